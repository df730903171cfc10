import { describe, expect, it } from '@jest/globals';
import { formatSigner, formatVerifier, keyFingerprint, parseCheckpoint, parseSigner, parseVerifier, signCheckpoint, signedBy, signerKey } from './signed-note.js';

const LOG = '6f1c2a34-0000-4000-8000-0000000000aa';
const checkpoint = { log: LOG, seq: 17, hash: 'ab'.repeat(32) };
const signer = signerKey('tegerek.example/log-key', new Uint8Array(32).fill(7));

describe('keys', () => {
  it('are read and written as golang.org/x/mod/sumdb/note does (its published example)', () => {
    const example = parseSigner('PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz');
    expect(example && formatVerifier(example)).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    expect(example && formatSigner(example)).toBe('PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz');
  });

  it('verify the published note of that package, and no other text', () => {
    const key = parseVerifier('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const bytes = Uint8Array.from(atob('x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM='), (c) => c.charCodeAt(0));
    const note = {
      ...checkpoint, text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
      signatures: [{ name: 'PeterNeumann', id: 'c74f20a3', signature: bytes.slice(4) }],
    };
    expect(key && signedBy(note, [key])).toBe(key);
    expect(key && signedBy({ ...note, text: note.text.replace('answer', 'Answer') }, [key])).toBeUndefined();
  });

  it.each([
    ['another id', 'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'], ['another name', 'PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['another algorithm', 'PeterNeumann+c74f20a3+AhpSome'], ['nothing', ''],
  ])('with %s are no keys', (_, text) => {
    expect(parseVerifier(text)).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  const note = signCheckpoint(checkpoint, signer);

  it('is the same note for the same log, place and key, and reads back', () => {
    expect(signCheckpoint(checkpoint, signer)).toBe(note);
    const parsed = parseCheckpoint(note);
    expect(parsed).toMatchObject(checkpoint);
    expect(parsed && signedBy(parsed, [signer])).toBe(signer);
    expect(note.split('\n').slice(0, 2)).toEqual([`tegerek.example/log/${LOG}/chain/v1`, '17']);
    expect(keyFingerprint(signer)).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is not signed by another key, nor by the key under another name', () => {
    const parsed = parseCheckpoint(note);
    expect(parsed && signedBy(parsed, [signerKey('tegerek.example/log-key', new Uint8Array(32).fill(8))])).toBeUndefined();
    expect(parsed && signedBy(parsed, [signerKey('other/log-key', signer.seed)])).toBeUndefined();
  });

  it('passes over a signature of an unknown key that stands first', () => {
    const other = signCheckpoint(checkpoint, signerKey('witness.example', new Uint8Array(32).fill(9))).split('\n\n')[1];
    const [text, own] = note.split('\n\n');
    const parsed = parseCheckpoint(`${text}\n\n${other}${own}`);
    expect(parsed && signedBy(parsed, [signer])).toBe(signer);
  });

  it.each([
    ['another seq', note.replace('\n17\n', '\n18\n')], ['another hash', note.replace(/^(.*\n17\n)../u, '$1AA')],
    ['a bit of the signature', note.replace(/.{6}=\n$/u, 'AAAAA=\n')],
  ])('with %s has no good signature, or is no note', (_, changed) => {
    const parsed = parseCheckpoint(changed);
    expect(parsed && signedBy(parsed, [signer])).toBeUndefined();
  });

  it.each([
    ['an extra line', note.replace('\n17\n', '\n17\nmore\n')], ['CR', note.replaceAll('\n', '\r\n')], ['another dash', note.replace('\u2014', '-')], ['a leading zero', note.replace('\n17\n', '\n017\n')],
    ['no signature', note.slice(0, note.indexOf('\n\n') + 2)], ['no last line break', note.slice(0, -1)], ['nothing', ''],
  ])('with %s is not a note', (_, changed) => {
    expect(parseCheckpoint(changed)).toBeUndefined();
  });
});
