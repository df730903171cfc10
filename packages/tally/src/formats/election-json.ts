import type { Election } from '../election.js';
import { TallyInputError } from '../errors.js';
import { locateInJson, parseJson, type JsonPath } from './json-scan.js';

/** What a file holds beside the election. */
export interface ElectionFile extends Election {
  readonly title?: string;
  readonly candidateNames?: Readonly<Record<string, string>>;
  /** options that the file asks for, under those of the caller */
  readonly options?: Readonly<Record<string, unknown>>;
  /** groups of a double majority */
  readonly groups?: unknown;
  readonly overallPublished?: unknown;
  /** our own bundle of a vote: the method or the rule it was opened with */
  readonly method?: string;
  readonly rule?: unknown;
  readonly electorate?: unknown;
  readonly present?: unknown;
}

/** Reads JSON values by shape; every refusal has line and column. */
class Reader {
  constructor(private readonly text: string) {}

  fail(path: JsonPath, expected: string): never {
    const name = path.reduce((s: string, p) => (typeof p === 'number' ? `${s}[${p}]` : s === '' ? p : `${s}.${p}`), '') || 'the file';
    throw new TallyInputError('json.shape', `${name}: expected ${expected}`, { path: name, ...locateInJson(this.text, path) });
  }
  record(value: unknown, path: JsonPath): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail(path, 'an object');
    return value as Record<string, unknown>;
  }
  list(value: unknown, path: JsonPath): unknown[] {
    if (!Array.isArray(value)) this.fail(path, 'a list');
    return value as unknown[];
  }
  ids(value: unknown, path: JsonPath): string[] {
    return this.list(value, path).map((id, i) => (typeof id === 'string' && id !== '' ? id : this.fail([...path, i], 'an id (text)')));
  }
  whole(value: unknown, path: JsonPath): number {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) this.fail(path, 'a whole number, 0 or more');
    return value as number;
  }
  /** An amount or a fraction ("1/2"). */
  weight(value: unknown, path: JsonPath): void {
    if (typeof value === 'string' && /^\s*\d+\s*\/\s*\d+\s*$/.test(value)) return;
    this.amount(value, path);
  }
  amount(value: unknown, path: JsonPath): number | string {
    if (!(typeof value === 'number' || (typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.trim())))) this.fail(path, 'a number');
    return value as number | string;
  }
}

function readBallot(r: Reader, value: unknown, path: JsonPath): Record<string, unknown> {
  const b = r.record(value, path);
  const shapes = ['ranking', 'approvals', 'scores', 'choice'].filter((k) => b[k] !== undefined);
  if (shapes.length === 0) r.fail(path, '"ranking", "approvals" or "scores"');
  if (b['ranking'] !== undefined) r.list(b['ranking'], [...path, 'ranking']).forEach((place, i) => r.ids(place, [...path, 'ranking', i]));
  if (b['approvals'] !== undefined) r.ids(b['approvals'], [...path, 'approvals']);
  if (b['scores'] !== undefined) for (const [k, v] of Object.entries(r.record(b['scores'], [...path, 'scores']))) r.amount(v, [...path, 'scores', k]);
  if (b['count'] !== undefined) r.whole(b['count'], [...path, 'count']);
  if (b['group'] !== undefined && typeof b['group'] !== 'string') r.fail([...path, 'group'], 'a text');
  return b;
}

/**
 * Reads the JSON of an election: `{ candidates, seats, ballots }` as in the cases' format, with `participants`, `costs`,
 * `budget`, `groups`, `options`; or our own bundle of one vote (`method` or `rule`). Throws `TallyInputError`.
 */
export function parseElectionJson(text: string): ElectionFile {
  const r = new Reader(text);
  const file = r.record(parseJson(text), []);
  if (file['rule'] === undefined && file['groups'] === undefined && file['candidates'] === undefined) r.fail([], '"candidates"');
  const candidates = file['candidates'] === undefined ? [] : r.ids(file['candidates'], ['candidates']);
  for (const key of ['ballots', 'participants']) {
    if (file[key] !== undefined) r.list(file[key], [key]).forEach((b, i) => readBallot(r, b, [key, i]));
  }
  r.list(file['participants'] ?? [], ['participants']).forEach((p, i) => {
    const at: JsonPath = ['participants', i, 'groups'];
    const groups = (p as Record<string, unknown>)['groups'];
    if (groups !== undefined) for (const [k, v] of Object.entries(r.record(groups, at))) if (typeof v !== 'string') r.fail([...at, k], 'a text');
  });
  if (file['seats'] !== undefined && file['seats'] !== null) r.whole(file['seats'], ['seats']);
  if (file['costs'] !== undefined) for (const [k, v] of Object.entries(r.record(file['costs'], ['costs']))) r.amount(v, ['costs', k]);
  if (file['budget'] !== undefined) r.amount(file['budget'], ['budget']);
  if (file['options'] !== undefined) r.record(file['options'], ['options']);
  readGroups(r, file['groups']);
  return { ...file, candidates, participants: withGroups(file['participants']) } as unknown as ElectionFile;
}

/** Groups of a double majority; other shapes of `groups` are left to their method. */
function readGroups(r: Reader, groups: unknown): void {
  if (!Array.isArray(groups)) return;
  groups.forEach((g, i) => {
    if (typeof g === 'string') return;
    const group = r.record(g, ['groups', i]);
    if (typeof group['id'] !== 'string') r.fail(['groups', i, 'id'], 'an id (text)');
    for (const k of ['yes', 'no']) r.whole(group[k], ['groups', i, k]);
    if (group['weight'] !== undefined) r.weight(group['weight'], ['groups', i, 'weight']);
  });
}

const withGroups = (participants: unknown): unknown =>
  Array.isArray(participants) ? participants.map((p: Record<string, unknown>) => ({ groups: {}, ...p })) : [];

/** Writes the JSON that `parseElectionJson` reads; same input, same text. */
export const writeElectionJson = (e: ElectionFile): string => `${JSON.stringify(e)}\n`;
