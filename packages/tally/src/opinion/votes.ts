import { TallyInputError } from '../errors.js';

/** −1 disagree, 0 pass, +1 agree. (Polis's own database stores agree as −1; its exports and we do not.) */
export type Opinion = -1 | 0 | 1;

/** One answer as it came in. */
export interface VoteRow {
  readonly participant: string;
  readonly statement: string;
  readonly vote: Opinion;
  /** any clock; the latest vote of a person on a statement counts, of equal instants the later row */
  readonly at?: number;
}

/** The votes that count, one row per participant, kept sparse (compressed rows): a vote not cast costs nothing. */
export interface OpinionVotes {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** participants.length + 1 offsets into `column` and `value` */
  readonly offset: Uint32Array;
  /** index of the statement, ascending within a participant */
  readonly column: Uint16Array;
  readonly value: Int8Array;
}

/** A statement's index is kept in 16 bits. */
export const MAX_STATEMENTS = 65_535;

const compareIds = (a: string, b: string): number => {
  const x = Number(a);
  const y = Number(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return a < b ? -1 : a > b ? 1 : 0;
  return x - y || (a < b ? -1 : a > b ? 1 : 0);
};

function indexOf(ids: readonly string[], what: string): Map<string, number> {
  const index = new Map(ids.map((id, i) => [id, i]));
  if (index.size !== ids.length) throw new TallyInputError(`${what}.twice`, `${what}s: an id is listed twice`, { path: `${what}s` });
  return index;
}

/**
 * Keeps the last vote of each person on each statement and packs them. Without `statements` (or `participants`) the
 * ids that occur are used, numbers in numeric order. Throws `TallyInputError` for a vote on an unlisted id, for a
 * value that is none of −1, 0, 1, or for more than 65,535 statements.
 */
export function packVotes(
  rows: readonly VoteRow[],
  listed: { readonly statements?: readonly string[]; readonly participants?: readonly string[] } = {},
): OpinionVotes {
  const statements = listed.statements ?? [...new Set(rows.map((r) => r.statement))].sort(compareIds);
  const participants = listed.participants ?? [...new Set(rows.map((r) => r.participant))].sort(compareIds);
  if (statements.length > MAX_STATEMENTS) {
    throw new TallyInputError('statement.too-many', `at most ${MAX_STATEMENTS} statements, found ${statements.length}`, { path: 'statements' });
  }
  const columnOf = indexOf(statements, 'statement');
  const rowOf = indexOf(participants, 'participant');
  const last = participants.map(() => new Map<number, VoteRow>());
  rows.forEach((vote, i) => {
    const row = rowOf.get(vote.participant);
    const column = columnOf.get(vote.statement);
    if (row === undefined) throw new TallyInputError('participant.unknown', `votes[${i}]: no participant "${vote.participant}"`, { path: `votes[${i}].participant` });
    if (column === undefined) throw new TallyInputError('statement.unknown', `votes[${i}]: no statement "${vote.statement}"`, { path: `votes[${i}].statement` });
    if (vote.vote !== 0 && vote.vote !== 1 && vote.vote !== -1) {
      throw new TallyInputError('vote.value', `votes[${i}].vote: expected -1, 0 or 1, found ${String(vote.vote)}`, { path: `votes[${i}].vote` });
    }
    const before = last[row]!.get(column);
    if (before === undefined || (vote.at ?? 0) >= (before.at ?? 0)) last[row]!.set(column, vote);
  });
  return pack(participants, statements, last);
}

function pack(participants: readonly string[], statements: readonly string[], last: readonly ReadonlyMap<number, VoteRow>[]): OpinionVotes {
  const size = last.reduce((sum, votes) => sum + votes.size, 0);
  const offset = new Uint32Array(participants.length + 1);
  const column = new Uint16Array(size);
  const value = new Int8Array(size);
  let at = 0;
  last.forEach((votes, row) => {
    for (const c of [...votes.keys()].sort((a, b) => a - b)) {
      column[at] = c;
      value[at++] = votes.get(c)!.vote;
    }
    offset[row + 1] = at;
  });
  return { participants, statements, offset, column, value };
}
