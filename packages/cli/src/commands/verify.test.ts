import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { keyFingerprint } from '@tegerek/ballot/signed-note';
import { KEY, sampleBundle, sampleCheckpoint, spoiledBundle, traps } from '@tegerek/verify/testing';
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

  it('exit 2 in one line: a folder, an empty file, a huge one, no ZIP, too many files, a ZIP that unpacks to more than any bundle', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'tegerek-verify-'));
    mkdirSync(join(cwd, 'folder'));
    for (const [name, size] of [['empty.zip', 0], ['huge.zip', 600 * 1024 * 1024], ['zeros.zip', 8 * 1024 * 1024]] as const) {
      writeFileSync(join(cwd, name), '');
      truncateSync(join(cwd, name), size);
    }
    for (const [name, bytes] of Object.entries(traps())) writeFileSync(join(cwd, `${name}.zip`), bytes);
    const said: Record<string, string> = {
      folder: 'this is a folder, or another thing that is no file', 'empty.zip': 'the file is empty', 'huge.zip': 'the file is larger than any bundle', 'zeros.zip': 'not readable as a bundle: no readable ZIP: invalid zip data',
      'many.zip': 'not readable as a bundle: the container has more than 20000 files', 'bomb.zip': 'not readable as a bundle: the container unpacks to more than 512 MB',
    };
    for (const [name, words] of Object.entries(said)) {
      let text = '';
      const io = { cwd, out: (more: string) => { text += more; }, err: (more: string) => { text += more; } };
      expect([await verify.run([name], io), text]).toEqual([2, `${name}: ${words}\n`]);
    }
    expect((await run(sampleBundle(), '--key', '0123')).out).toContain('FINDING checkpoint.key checkpoints/: what was given is no key');
  });

  it('exit 2: no bundle, no file, no name', async () => {
    expect(await run(new TextEncoder().encode('x'))).toMatchObject({ exit: 2 });
    const io = { cwd: tmpdir(), out: () => undefined, err: () => undefined };
    expect(await verify.run(['no-such-file.zip'], io)).toBe(2);
    expect(await verify.run([], io)).toBe(2);
  });
});
