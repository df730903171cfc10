import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { countCase } from './adapter.js';
import type { Answer, Case, ReadFile } from './case.js';
import { compareCase } from './compare.js';

export type Adapter = (c: Case, readFile: ReadFile) => Answer;

export interface Verdict {
  readonly passed: number;
  readonly failed: readonly { readonly name: string; readonly why: string }[];
}

/** Folders that hold an `expected.json`: the given one, or those below it, two levels deep. */
export function caseFolders(folder: string): string[] {
  if (existsSync(join(folder, 'expected.json'))) return [folder];
  const below = (dir: string): string[] => readdirSync(dir, { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => join(dir, d.name)).sort();
  return below(folder).flatMap((dir) => (existsSync(join(dir, 'expected.json')) ? [dir] : below(dir).filter((d) => existsSync(join(d, 'expected.json')))));
}

/** Runs every case of one folder. A method that throws fails its case, never the run. */
export function runFolder(folder: string, adapter: Adapter = countCase): Verdict {
  const { cases } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { readonly cases: readonly Case[] };
  const readFile: ReadFile = (path) => readFileSync(join(folder, path), 'utf8');
  const failed: { name: string; why: string }[] = [];
  let passed = 0;
  for (const c of cases) {
    const why = verdict(c, adapter, readFile);
    if (why === null) passed++;
    else failed.push({ name: c.name, why });
  }
  return { passed, failed };
}

function verdict(c: Case, adapter: Adapter, readFile: ReadFile): string | null {
  try {
    const wrong = compareCase(c, adapter(c, readFile));
    return wrong.length === 0 ? null : `${c.method}: ${wrong.join(', ')}`;
  } catch (fault) {
    return `${c.method}: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
}
