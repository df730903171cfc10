import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { canonicalCommitment, canonicalHeader, entryHash, eventCommitment, GENESIS, sha256Hex, useSha256 } from './hashes.js';

describe('hashes', () => {
  it('agree with the published SHA-256 vector', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('are the same by the platform\'s own SHA-256, and what is none is not taken', () => {
    const event = { type: 'x.y', v: 1, audience: 'room', data: { text: 'Кыргыз: ң ө ү' } };
    const before = eventCommitment('0f'.repeat(32), event);
    expect(() => useSha256(() => '0'.repeat(64))).toThrow('not SHA-256');
    useSha256((input) => createHash('sha256').update(input).digest('hex'));
    expect(eventCommitment('0f'.repeat(32), event)).toBe(before);
    expect(canonicalCommitment('0f'.repeat(32), '{"audience":"room","data":{"text":"Кыргыз: ң ө ү"},"type":"x.y","v":1}')).toBe(before);
  });

  it('an entry commits to its header in canonical order', () => {
    const text = canonicalHeader({ v: 1, seq: 1, prev: GENESIS, log: 'a', ev: [], epoch: 1, at: 5 });
    expect(text).toBe(`{"at":5,"epoch":1,"ev":[],"log":"a","prev":"${GENESIS}","seq":1,"v":1}`);
    expect(entryHash(text)).toBe(sha256Hex(`tegerek/entry/v1\n${text}`));
  });

  it('a commitment hides equal bodies behind different salts', () => {
    const event = { type: 'x.y', v: 1, audience: 'room', data: { a: 1 } };
    expect(eventCommitment('00'.repeat(32), event)).not.toBe(eventCommitment('01'.repeat(32), event));
  });
});
