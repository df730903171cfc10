import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { keyFingerprint } from '@tegerek/ballot/signed-note';
import { KEY, sampleBundle, sampleCheckpoint, spoiledBundle } from '@tegerek/verify/testing';
import { verify } from './verify.js';

async function run(bytes: Uint8Array, ...options: string[]): Promise<{ exit: number; out: string; err: string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'tegerek-verify-'));
  writeFileSync(join(cwd, 'bundle.zip'), bytes);
  writeFileSync(join(cwd, 'noted.txt'), sampleCheckpoint());
  let [out, err] = ['', ''];
  const exit = await verify.run([...options, 'bundle.zip'], { cwd, out: (text) => { out += text; }, err: (text) => { err += text; } });
  return { exit, out, err };
}

describe('tegerek verify', () => {
  it('exit 0: right, with the head to compare and what was not checked', async () => {
    const { exit, out } = await run(sampleBundle());
    expect(exit).toBe(0);
    expect(out).toMatch(/^head: \d+ [0-9a-f]{64}$/mu);
    expect(out).toContain('not checked: ballots against the receipts of voters');
    expect(out).toMatch(/RIGHT: everything in this bundle fits\n$/u);
  });

  it('exit 1: every finding by its place', async () => {
    const { exit, out } = await run(spoiledBundle());
    expect(exit).toBe(1);
    expect(out).toContain('FINDING manifest.hash VERIFY.md');
    expect(JSON.parse((await run(spoiledBundle(), '--json')).out)).toMatchObject({ outcome: 'findings' });
  });

  it('takes a checkpoint noted earlier and the key that must have signed', async () => {
    const fingerprint = keyFingerprint(KEY);
    const right = await run(sampleBundle(), '--since', 'noted.txt', '--key', fingerprint.slice(0, 20));
    expect(right).toMatchObject({ exit: 0, err: '' });
    expect(right.out).toContain(`signed: tegerek.test/log-key ${fingerprint}`);
    const other = await run(sampleBundle(), '--since', 'bundle.zip', '--key', '0'.repeat(64));
    expect(other.exit).toBe(1);
    expect(other.out).toContain('FINDING checkpoint.read the checkpoint noted earlier');
    expect(other.out).toContain('FINDING checkpoint.key');
    expect(await run(sampleBundle(), '--since', 'missing.txt')).toMatchObject({ exit: 2, err: 'missing.txt: there is no such file\n' });
    expect((await run(sampleBundle(), '--unknown')).exit).toBe(2);
  });

  it('exit 2: no bundle, no file, no name', async () => {
    expect(await run(new TextEncoder().encode('x'))).toMatchObject({ exit: 2 });
    const io = { cwd: tmpdir(), out: () => undefined, err: () => undefined };
    expect(await verify.run(['no-such-file.zip'], io)).toBe(2);
    expect(await verify.run([], io)).toBe(2);
  });
});
