import { describe, expect, it } from '@jest/globals';
import { secretOf } from '@tegerek/ballot';
import { fastSecretOf } from './fast-secret.js';

describe('fastSecretOf', () => {
  it('equals what a phone derives', async () => {
    expect(await fastSecretOf('ABCDE23456789Z', 'd1')).toBe(await secretOf('ABCDE23456789Z', 'd1'));
  });
});
