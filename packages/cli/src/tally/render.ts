import type { CountResult } from './count-election.js';

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> => typeof x === 'object' && x !== null && !Array.isArray(x);

function inline(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(inline).join(value.some(Array.isArray) ? ' > ' : ', ');
  if (isRecord(value)) return Object.entries(value).map(([k, v]) => `${k} ${inline(v)}`).join(', ');
  return value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** A ranking: places with ">" between them, "=" inside a shared one. */
const places = (ranking: readonly (readonly string[])[]): string => ranking.map((p) => p.join(' = ')).join(' > ');

function table(rows: Readonly<Record<string, unknown>>): string[] {
  const width = Math.max(0, ...Object.keys(rows).map((k) => k.length));
  return Object.entries(rows).map(([k, v]) => `  ${k.padEnd(width)}  ${inline(v)}`);
}

/** What a list of steps looks like: one line each. */
const stepLines = (steps: readonly unknown[]): string[] => steps.map((s, i) => `  ${String(i + 1).padStart(3)}. ${inline(isRecord(s) ? Object.fromEntries(Object.entries(s).filter(([k]) => k !== 'step')) : s)}`);

/** The result as plain text: outcome, figures, steps, conventions; then the explanation, if there is one. */
export function renderText(result: CountResult, explanation: readonly string[]): string {
  const { method, algorithm, conventions, steps, rounds: _rounds, stages: _stages, exclusions: _exclusions, ...rest } = result;
  const lines: string[] = [];
  const version = isRecord(algorithm) ? ` (${String(algorithm['id'])} version ${String(algorithm['version'])})` : '';
  lines.push(`${typeof method === 'string' ? method : 'opinion map'}${version}`);
  for (const [key, value] of Object.entries(rest)) {
    if (key === 'ranking' && Array.isArray(value)) lines.push(`ranking: ${places(value as string[][])}`);
    else if (isRecord(value)) lines.push(`${key}:`, ...table(value));
    else lines.push(`${key}: ${inline(value)}`);
  }
  if (Array.isArray(steps) && steps.length > 0) lines.push('steps:', ...stepLines(steps));
  if (isRecord(conventions)) lines.push(`conventions: ${inline(conventions)}`);
  if (explanation.length > 0) lines.push('', ...explanation);
  return `${lines.join('\n')}\n`;
}
