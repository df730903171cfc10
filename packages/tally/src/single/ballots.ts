import { TallyInputError, wholeNumber } from '../errors.js';
import { parseDecimal } from '../exact/decimal.js';
import { add, ZERO, type Rational } from '../exact/rational.js';
import { indexOptions } from '../ranked/profile.js';

export interface ApprovalBallot {
  readonly approvals: readonly string[];
  readonly count?: number;
  readonly group?: string;
}
/** Points by option; an option that is missing was not scored. Numbers or decimal text. */
export interface ScoreBallot {
  readonly scores: Readonly<Record<string, number | string>>;
  readonly count?: number;
  readonly group?: string;
}

/** Ballots with the same approvals are one class. Approvals are ascending option indexes. */
export interface ApprovalClass {
  readonly approves: readonly number[];
  readonly voters: number;
}

export interface ApprovalProfile {
  readonly options: readonly string[];
  readonly classes: readonly ApprovalClass[];
  /** all voters, those who approve nothing included */
  readonly voters: number;
}

/** Compresses approval ballots. Throws `TallyInputError` for an unknown or repeated option or a faulty count. */
export function makeApprovalProfile(options: readonly string[], ballots: readonly ApprovalBallot[]): ApprovalProfile {
  const index = indexOptions(options);
  const classes = new Map<string, { approves: number[]; voters: number }>();
  let voters = 0;
  ballots.forEach((b, i) => {
    const path = `ballots[${i}].approvals`;
    const approves = b.approvals.map((id, k) => {
      const o = index.get(id);
      if (o === undefined) throw new TallyInputError('ballot.option-unknown', `${path}[${k}]: no candidate "${id}"`, { path: `${path}[${k}]` });
      return o;
    }).sort((x, y) => x - y);
    if (approves.some((o, k) => k > 0 && approves[k - 1] === o)) throw new TallyInputError('ballot.option-twice', `${path}: a candidate is approved twice`, { path });
    const count = wholeNumber(b.count ?? 1, `ballots[${i}].count`);
    voters += count;
    const known = classes.get(approves.join());
    if (known !== undefined) known.voters += count;
    else classes.set(approves.join(), { approves, voters: count });
  });
  return { options, classes: [...classes.values()].filter((c) => c.voters > 0), voters: wholeNumber(voters, 'the sum of counts') };
}

/** Voters who approve each option. */
export function approvalCounts(p: ApprovalProfile): Float64Array {
  const out = new Float64Array(p.options.length);
  for (const c of p.classes) for (const o of c.approves) out[o]! += c.voters;
  return out;
}

/** Per option: the exact sum of points, and how many voters scored it. Throws `TallyInputError`. */
export function scoreSums(options: readonly string[], ballots: readonly ScoreBallot[]): { sums: Rational[]; scored: number[]; voters: number } {
  const index = indexOptions(options);
  const sums = options.map(() => ZERO);
  const scored = options.map(() => 0);
  let voters = 0;
  ballots.forEach((b, i) => {
    const count = wholeNumber(b.count ?? 1, `ballots[${i}].count`);
    voters += count;
    for (const [id, value] of Object.entries(b.scores)) {
      const path = `ballots[${i}].scores`;
      const o = index.get(id);
      if (o === undefined) throw new TallyInputError('ballot.option-unknown', `${path}: no candidate "${id}"`, { path: `${path}.${id}` });
      const points = parseDecimal(value, `${path}.${id}`);
      sums[o] = add(sums[o]!, { num: points.num * BigInt(count), den: points.den });
      scored[o]! += count;
    }
  });
  return { sums, scored, voters };
}
