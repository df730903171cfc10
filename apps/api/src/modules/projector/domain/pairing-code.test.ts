import { describe, expect, it } from '@jest/globals';
import { newPairingCode, normalPairingCode } from './pairing-code.js';

describe('pairing codes', () => {
  it('are six characters of those that nobody confuses', () => {
    let next = 0;
    const code = newPairingCode((bound) => next++ % bound);
    expect(code).toBe('234567');
    expect(newPairingCode((bound) => bound - 1)).toBe('ZZZZZZ');
  });

  it('are read as people type them', () => {
    expect(normalPairingCode(' ab2-3 cd ')).toBe('AB23CD');
  });
});
