import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCode, newCode } from '@tegerek/ballot';
import { DEMO_SLUG, demoId, demoPeople } from './plan.js';

/** One way into the demo. */
export interface DemoLink {
  key: string;
  seatId: string;
  name: string;
  role: string;
  code: string;
  /** Path with the code in its fragment; put the server's address before it. */
  path: string;
}

/** The demo's codes in plain, for who tries the installation out; nothing else keeps a code. */
export interface DemoFile {
  version: 1;
  seed: string;
  startedAt: number;
  /** Every command of the demo was accepted. */
  isComplete: boolean;
  links: DemoLink[];
}

const pathOf = (dataDir: string): string => join(dataDir, 'demo-links.json');

export const readDemoFile = (dataDir: string): DemoFile | undefined => (existsSync(pathOf(dataDir)) ? (JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as DemoFile) : undefined);

/** 0600, replaced whole, on disk before it counts. */
export function writeDemoFile(dataDir: string, file: DemoFile): void {
  mkdirSync(dataDir, { recursive: true });
  const made = `${pathOf(dataDir)}.new`;
  writeFileSync(made, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(made, pathOf(dataDir));
}

export function newDemoFile(startedAt: number): DemoFile {
  const seed = randomBytes(16).toString('hex');
  const links = demoPeople().map(({ key, name, roles, group }) => {
    const code = newCode((bytes) => new Uint8Array(randomBytes(bytes)));
    return { key, seatId: demoId(seed, key), name, role: roles[0] ?? group ?? '', code: formatCode(code), path: `/j/${DEMO_SLUG}#${code}` };
  });
  return { version: 1, seed, startedAt, isComplete: false, links };
}
