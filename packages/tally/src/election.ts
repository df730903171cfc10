import { TallyInputError } from './errors.js';
import type { Money } from './proportional/budget.js';
import type { RankedBallot } from './ranked/profile.js';
import type { ApprovalBallot, ScoreBallot } from './single/ballots.js';
import type { Participant } from './across/breakdown.js';

/** One ballot of any shape: exactly one of ranking, approvals, scores. */
export interface AnyBallot {
  readonly ranking?: readonly (readonly string[])[];
  readonly approvals?: readonly string[];
  readonly scores?: Readonly<Record<string, number | string>>;
  readonly count?: number;
  readonly group?: string;
}

/** What is counted: the JSON of the cases' format, in which participants are ballots of one voter each with attributes. */
export interface Election {
  readonly candidates: readonly string[];
  readonly seats?: number | null;
  readonly ballots?: readonly AnyBallot[];
  readonly participants?: readonly Participant[];
  readonly costs?: Readonly<Record<string, Money>>;
  readonly budget?: Money;
}

const everyBallot = (e: Election): readonly AnyBallot[] => [...(e.ballots ?? []), ...(e.participants ?? []).map((p) => ({ ...p, groups: undefined }))];

function shapeError(i: number, expected: string): TallyInputError {
  return new TallyInputError('ballot.shape', `ballots[${i}]: expected ${expected}`, { path: `ballots[${i}]` });
}

/** Ballots as rankings. Approved options share the first place; scores rank by points, equal points share a place. */
export function asRankings(e: Election): RankedBallot[] {
  return everyBallot(e).map((b, i): RankedBallot => {
    const ranking = b.ranking ?? (b.scores === undefined ? b.approvals && (b.approvals.length === 0 ? [] : [b.approvals]) : byPoints(b.scores));
    if (ranking === undefined) throw shapeError(i, '"ranking"');
    return rest(b, { ranking });
  });
}

/** Ballots as approvals: whoever is approved, scored or ranked is approved. */
export function asApprovals(e: Election): ApprovalBallot[] {
  return everyBallot(e).map((b, i): ApprovalBallot => {
    const approvals = b.approvals ?? (b.scores === undefined ? b.ranking?.flat() : Object.keys(b.scores));
    if (approvals === undefined) throw shapeError(i, '"approvals"');
    return rest(b, { approvals });
  });
}

/** Ballots as points: an approval is one point. */
export function asScores(e: Election): ScoreBallot[] {
  return everyBallot(e).map((b, i): ScoreBallot => {
    const scores = b.scores ?? (b.approvals && Object.fromEntries(b.approvals.map((o) => [o, 1])));
    if (scores === undefined) throw shapeError(i, '"scores"');
    return rest(b, { scores });
  });
}

function rest<T extends object>(b: AnyBallot, shape: T): T & { count?: number; group?: string } {
  return { ...shape, ...(b.count === undefined ? {} : { count: b.count }), ...(b.group === undefined ? {} : { group: b.group }) };
}

function byPoints(scores: Readonly<Record<string, number | string>>): string[][] {
  const points = [...new Set(Object.values(scores).map(Number))].sort((a, b) => b - a);
  return points.map((p) => Object.keys(scores).filter((o) => Number(scores[o]) === p));
}
