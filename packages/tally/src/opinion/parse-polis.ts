import { TallyInputError } from '../errors.js';
import { parseCsv, type CsvField } from './csv.js';
import type { Opinion, VoteRow } from './votes.js';

/** What a Polis export says: the votes row by row, and the groups where the file has them (`participants-votes.csv`). */
export interface PolisVotes {
  readonly rows: readonly VoteRow[];
  /** all statements that the file names, in its order; those without a vote are included for the matrix only */
  readonly statements: readonly string[];
  /** participant → opinion group; without an entry the participant is not grouped. Null: the file has no groups. */
  readonly groups: Readonly<Record<string, string>> | null;
}

/** Columns of `participants-votes.csv` that are no statement. */
const ABOUT_PARTICIPANT = new Set(['participant', 'xid', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']);

const LAYOUTS = [
  { participant: 'participant', statement: 'statement', vote: 'vote', at: 'modified' },
  { participant: 'voter-id', statement: 'comment-id', vote: 'vote', at: 'timestamp' },
];

function refuse(at: { readonly line: number; readonly column: number }, expected: string, found: string): never {
  throw new TallyInputError('polis.format', `line ${at.line}, column ${at.column}: expected ${expected}, found ${found === '' ? 'nothing' : `"${found}"`}`, { line: at.line, column: at.column });
}

function opinionOf(field: CsvField): Opinion {
  if (field.text === '1' || field.text === '0' || field.text === '-1') return Number(field.text) as Opinion;
  return refuse(field, 'a vote of -1, 0 or 1', field.text);
}

function idOf(field: CsvField, what: string): string {
  return field.text === '' ? refuse(field, what, '') : field.text;
}

function instantOf(field: CsvField): number {
  const value = field.text === '' ? NaN : Number(field.text);
  return Number.isFinite(value) ? value : refuse(field, 'a time in milliseconds', field.text);
}

function body(table: CsvField[][]): CsvField[][] {
  const width = table[0]!.length;
  for (const row of table) {
    if (row.length !== width) refuse(row[Math.min(row.length, width) - 1]!, `${width} fields in the line`, `${row.length}`);
  }
  return table.slice(1);
}

function parseRows(table: CsvField[][], header: readonly string[], layout: (typeof LAYOUTS)[number]): PolisVotes {
  const [p, s, v, at] = [layout.participant, layout.statement, layout.vote, layout.at].map((name) => header.indexOf(name)) as [number, number, number, number];
  const rows = body(table).map((row): VoteRow => ({
    participant: idOf(row[p]!, 'a participant'),
    statement: idOf(row[s]!, 'a statement'),
    vote: opinionOf(row[v]!),
    ...(at < 0 ? {} : { at: instantOf(row[at]!) }),
  }));
  return { rows, statements: [...new Set(rows.map((r) => r.statement))], groups: null };
}

function parseMatrix(table: CsvField[][], header: readonly string[]): PolisVotes {
  const columns = header.flatMap((name, i) => (ABOUT_PARTICIPANT.has(name) ? [] : [i]));
  const group = header.indexOf('group-id');
  const person = header.indexOf('participant');
  const groups = new Map<string, string>();
  const seen = new Set<string>();
  const rows = body(table).flatMap((row) => {
    const participant = idOf(row[person]!, 'a participant');
    if (seen.has(participant)) refuse(row[person]!, 'each participant once', participant);
    seen.add(participant);
    if (group >= 0 && row[group]!.text !== '') groups.set(participant, row[group]!.text);
    return columns.flatMap((i): VoteRow[] => (row[i]!.text === '' ? [] : [{ participant, statement: header[i]!, vote: opinionOf(row[i]!) }]));
  });
  return { rows, statements: columns.map((i) => header[i]!), groups: group < 0 ? null : Object.fromEntries(groups) };
}

/**
 * Reads a Polis export: `votes.csv` (timestamp, comment-id, voter-id, vote: every change is a row),
 * `participants-votes.csv` (one line per participant, one column per statement), or rows of
 * participant, statement, vote, modified. Agree is +1. Throws `TallyInputError` naming line, column and what was
 * expected; never a partial result.
 */
export function parsePolis(text: string): PolisVotes {
  const table = parseCsv(text);
  const first = table[0];
  if (first === undefined) return refuse({ line: 1, column: 1 }, 'a heading of a Polis export', '');
  const header = first.map((f) => f.text);
  const twice = first.find((f, i) => header.indexOf(f.text) !== i);
  if (twice !== undefined) refuse(twice, 'each heading once', twice.text);
  const layout = LAYOUTS.find((l) => [l.participant, l.statement, l.vote].every((name) => header.includes(name)));
  if (layout !== undefined) return parseRows(table, header, layout);
  if (header.includes('participant')) return parseMatrix(table, header);
  return refuse(first[0]!, 'a heading with participant, statement and vote, or comment-id, voter-id and vote, or a matrix with participant', first[0]!.text);
}
