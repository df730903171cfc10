/// <reference types="node" />
import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Of the phone's script, gzip, before the first tap works (docs/adr/0004-one-ui-kit.md). */
const BUDGET_KIB = 100;

interface Chunk { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[]; isEntry?: boolean; name?: string }
type Manifest = Record<string, Chunk>;

const WEB = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const DIST = join(WEB, 'dist');

/** A chunk and everything that it loads before it runs. */
function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk.imports ?? []) closure(manifest, next, seen);
  return seen;
}

function kib(manifest: Manifest, keys: Iterable<string>): number {
  const bytes = [...keys].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')).map((file) => gzipSync(readFileSync(join(DIST, file))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1024;
}

describe('the phone', () => {
  let manifest: Manifest;
  beforeAll(() => {
    if (!existsSync(join(DIST, '.vite', 'manifest.json'))) throw new Error('apps/web/dist is missing: build it with `node apps/web/node_modules/vite/bin/vite.js build apps/web`');
    manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  });

  it(`loads at most ${BUDGET_KIB} KiB of script before the first tap, the largest catalogue included`, () => {
    const eager = closure(manifest, 'index.html');
    const catalogues = Object.keys(manifest).filter((key) => /i18n\/catalogues\/phone\.(ru|ky|en)\.ts$/.test(key)).map((key) => kib(manifest, [...closure(manifest, key)].filter((each) => !eager.has(each))));
    expect(catalogues).toHaveLength(3);
    expect(kib(manifest, eager)).toBeGreaterThan(50);
    expect(kib(manifest, eager) + Math.max(...catalogues)).toBeLessThanOrEqual(BUDGET_KIB);
  });

  it('opens without a network: its worker names every screen, language, style and font of this build, and nothing that is not there', () => {
    const worker = readFileSync(join(DIST, 'sw.js'), 'utf8');
    const { version, files } = JSON.parse(/^const \{ version, page, files \} = (.*);$/mu.exec(worker)?.[1] ?? '') as { version: string; files: string[] };
    expect(version).toMatch(/^[0-9a-f]{16}$/u);
    expect(files.filter((file) => !existsSync(join(DIST, file)))).toEqual([]);
    const later = (key: string, seen = new Set<string>()): Set<string> => {
      const chunk = manifest[key];
      if (chunk === undefined || seen.has(key)) return seen;
      seen.add(key);
      for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) later(next, seen);
      return seen;
    };
    const needed = [...later('index.html')].flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])]).map((file) => `/${file}`);
    expect(needed.length).toBeGreaterThan(40);
    expect(needed.filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.woff2')).length).toBeGreaterThanOrEqual(3);
  });

  it.each(['index', 'console', 'organizer', 'projector'])('%s.html has nothing inline: it runs under a strict policy', (page) => {
    const html = readFileSync(join(DIST, `${page}.html`), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i);
  });
});
