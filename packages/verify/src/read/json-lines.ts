import { canonicalize } from '@tegerek/contracts/wire';
import type { Findings } from '../report.js';
import { textOf, type Files } from './container.js';

/** More lines than any log or list has: such a file is not read. */
const MOST_LINES = 1_000_000;

/** Canonical JSON objects, one a line, a newline after each; a line that is none is a finding and is left out. @throws Error for more than a million lines */
export function readLines(files: Files, name: string, findings: Findings): { line: number; text: string; value: unknown }[] {
  const bytes = files[name];
  if (!bytes) {
    findings.add('file.missing', name, 'the file is not in the bundle');
    return [];
  }
  if (bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0) > MOST_LINES) throw new Error(`${name} has more than ${MOST_LINES} lines`);
  let text = '';
  findings.guard('file.text', name, () => { text = textOf(bytes); });
  if (text === '') return [];
  if (!text.endsWith('\n')) findings.add('line.end', name, 'the last line does not end');
  const lines = text.replace(/\n$/u, '').split('\n');
  return lines.flatMap((each, i) => {
    const value = parseCanonical(each);
    if (typeof value === 'object' && value !== null) return [{ line: i + 1, text: each, value }];
    findings.add('line.canonical', `${name}:${i + 1}`, 'the line is not a canonical JSON object');
    return [];
  });
}

/** The value of canonical JSON text; `undefined` where it is none. */
export function parseCanonical(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalize(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Path of the first difference between two JSON values; `null`: equal. */
export function firstDifference(a: unknown, b: unknown, path = ''): string | null {
  if (a === b) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return path === '' ? '(value)' : path;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
    if (left[key] === undefined && right[key] === undefined) continue;
    const found = firstDifference(left[key], right[key], path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
