import { describe, expect, it } from '@jest/globals';
import { amendedDay } from './testing/amended-day.js';
import { AMENDED_FORGERIES } from './testing/amended-forgeries.js';
import { filesOf, pack } from './testing/seal.js';
import { verifyBundle } from './verify-bundle.js';

describe('amendments decided by the room (C16)', () => {
  it('an honest day is right', () => {
    expect(verifyBundle(pack(filesOf(amendedDay())))).toMatchObject({ outcome: 'right', findings: [], facts: { votes: 4 } });
  });

  // forged before it was sealed: chain, manifest, resolution and documents fit the forgery
  it.each(Object.entries(AMENDED_FORGERIES))('%s is found and named', (_, { finds, forge }) => {
    const day = amendedDay();
    forge(day);
    expect(verifyBundle(pack(filesOf(day))).findings.map(({ code }) => code)).toContain(finds);
  });
});
