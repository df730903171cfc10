import { BLOCK, dot, eigen, orthonormalise, projected, rotated, seedBlock } from './block.js';
import type { OpinionVotes } from './votes.js';

/** Where people stand: two axes through the statements. */
export interface PrincipalAxes {
  readonly statements: readonly string[];
  /** mean vote of those who voted on the statement; 0 where nobody did or the statement is moderated out */
  readonly means: Float64Array;
  /** unit vectors over the statements; zero where the votes have fewer dimensions */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** sums of squares along the two axes */
  readonly variance: readonly [number, number];
  /** passes over the votes that were needed, and whether the axes stood still in the end */
  readonly passes: number;
  readonly converged: boolean;
  /** state for a warm start */
  readonly block: Float64Array;
}

export interface AxesOptions {
  readonly moderatedOut?: ReadonlySet<string>;
  /** an earlier result of the same conversation; new statements may have been added since */
  readonly previous?: Pick<PrincipalAxes, 'statements' | 'block'>;
  /** how far (radians) an axis may still be from where it would end, by the rate of the last two passes; default 1e-4 */
  readonly tolerance?: number;
  readonly maxPasses?: number;
}

const SEED = 12345;

/** Votes without those on the statements moderated out: such a column is zero. */
function withoutModerated(votes: OpinionVotes, moderatedOut: ReadonlySet<string>): Pick<OpinionVotes, 'offset' | 'column' | 'value'> {
  const isOut = votes.statements.map((id) => moderatedOut.has(id));
  if (!isOut.includes(true)) return votes;
  const offset = new Uint32Array(votes.offset.length);
  const keep: number[] = [];
  for (let row = 0; row + 1 < votes.offset.length; row++) {
    for (let k = votes.offset[row]!; k < votes.offset[row + 1]!; k++) if (!isOut[votes.column[k]!]) keep.push(k);
    offset[row + 1] = keep.length;
  }
  return { offset, column: Uint16Array.from(keep, (k) => votes.column[k]!), value: Int8Array.from(keep, (k) => votes.value[k]!) };
}

function meansOf(column: Uint16Array, value: Int8Array, width: number): Float64Array {
  const sum = new Float64Array(width);
  const n = new Float64Array(width);
  for (let k = 0; k < column.length; k++) {
    sum[column[k]!]! += value[k]!;
    n[column[k]!]!++;
  }
  return sum.map((s, c) => (n[c]! > 0 ? s / n[c]! : 0));
}

/** One pass: (XᵀX) · q for the centred votes X, missing ones at the mean (zero), without forming XᵀX. */
function applyGram(votes: Pick<OpinionVotes, 'offset' | 'column' | 'value'>, means: Float64Array, q: Float64Array): Float64Array {
  const { offset, column, value } = votes;
  const z = new Float64Array(q.length);
  const deviation = new Float64Array(means.length);
  for (let row = 0; row + 1 < offset.length; row++) {
    const from = offset[row]!;
    const to = offset[row + 1]!;
    let y0 = 0, y1 = 0, y2 = 0, y3 = 0;
    for (let k = from; k < to; k++) {
      const c = column[k]!;
      const x = value[k]! - means[c]!;
      const at = c * BLOCK;
      deviation[k - from] = x;
      y0 += x * q[at]!; y1 += x * q[at + 1]!; y2 += x * q[at + 2]!; y3 += x * q[at + 3]!;
    }
    for (let k = from; k < to; k++) {
      const x = deviation[k - from]!;
      const at = column[k]! * BLOCK;
      z[at]! += x * y0; z[at + 1]! += x * y1; z[at + 2]! += x * y2; z[at + 3]! += x * y3;
    }
  }
  return z;
}

function startBlock(votes: OpinionVotes, previous: AxesOptions['previous']): Float64Array {
  const block = seedBlock(votes.statements.length, SEED);
  if (previous !== undefined) {
    const before = new Map(previous.statements.map((id, i) => [id, i]));
    votes.statements.forEach((id, i) => {
      const from = before.get(id);
      for (let b = 0; b < BLOCK; b++) block[i * BLOCK + b] = from === undefined ? block[i * BLOCK + b]! * 1e-3 : previous.block[from * BLOCK + b]!;
    });
  }
  orthonormalise(block, votes.statements.length);
  return block;
}

/** Signs are arbitrary: along the start where there is one, else the largest entry of each axis is positive. */
function fixSigns(block: Float64Array, rows: number, like: Float64Array | null): void {
  for (let b = 0; b < BLOCK; b++) {
    let sign = 0;
    if (like !== null) sign = dot(block, like, rows, b, b);
    if (sign === 0) for (let i = 0; i < rows; i++) if (Math.abs(block[i * BLOCK + b]!) > Math.abs(sign)) sign = block[i * BLOCK + b]!;
    if (sign < 0) for (let i = 0; i < rows; i++) block[i * BLOCK + b] = 0 - block[i * BLOCK + b]!;
  }
}

/** How far (radians) each axis turned in a pass; an axis without variance does not turn. */
function movement(from: Float64Array, to: Float64Array, rows: number, variance: readonly number[]): number[] {
  return [0, 1].map((b) => {
    if (variance[b]! <= variance[0]! * 1e-12) return 0;
    const side = dot(from, to, rows, b, b) < 0 ? -1 : 1;
    let squares = 0;
    for (let i = 0; i < rows; i++) squares += (to[i * BLOCK + b]! - side * from[i * BLOCK + b]!) ** 2;
    return Math.sqrt(squares);
  });
}

/** The way still to go, if every pass shortens it as the last one did: now · r ÷ (1 − r). */
function isStill(now: number, before: number, tolerance: number): boolean {
  if (now <= 1e-13) return true;
  const rate = now / before;
  return rate < 1 && (before === Infinity ? now < tolerance : now * rate < tolerance * (1 - rate));
}

/**
 * The first two principal axes of the votes, columns centred and not scaled, a missing vote at the column's mean
 * (Polis; decisions.md §2.1), by block power iteration with Rayleigh-Ritz over the votes cast only. Deterministic.
 */
export function principalAxes(votes: OpinionVotes, options: AxesOptions = {}): PrincipalAxes {
  const rows = votes.statements.length;
  const cast = withoutModerated(votes, options.moderatedOut ?? new Set());
  const means = meansOf(cast.column, cast.value, rows);
  const tolerance = options.tolerance ?? 1e-4;
  const maxPasses = options.maxPasses ?? Math.max(60, Math.min(2000, Math.floor(5e6 / (cast.column.length + 1))));
  const start = startBlock(votes, options.previous);
  let block = start;
  let values: number[] = [];
  let passes = 0;
  let converged = false;
  let moved = [Infinity, Infinity];
  while (!converged && passes < maxPasses) {
    passes++;
    const image = applyGram(cast, means, block);
    const ritz = eigen(projected(block, image, rows));
    const next = rotated(image, rows, ritz.vectors);
    orthonormalise(next, rows);
    const before = moved;
    moved = movement(rotated(block, rows, ritz.vectors), next, rows, ritz.values);
    converged = moved.every((now, b) => isStill(now, before[b]!, tolerance));
    values = ritz.values;
    block = next;
  }
  fixSigns(block, rows, options.previous === undefined ? null : start);
  const axis = (b: number): Float64Array => Float64Array.from({ length: rows }, (_, i) => block[i * BLOCK + b]!);
  return { statements: votes.statements, means, first: axis(0), second: axis(1), variance: [values[0] ?? 0, values[1] ?? 0], passes, converged, block };
}

/**
 * Each participant on the two axes (x, y by turns), stretched by √(statements ÷ votes cast): who saw few statements
 * is not drawn to the middle for it. Without a vote: 0, 0.
 */
export function project(votes: OpinionVotes, axes: PrincipalAxes): Float64Array {
  const { offset, column, value, statements } = votes;
  const points = new Float64Array(2 * votes.participants.length);
  for (let row = 0; row < votes.participants.length; row++) {
    let x = 0, y = 0;
    for (let k = offset[row]!; k < offset[row + 1]!; k++) {
      const c = column[k]!;
      const d = value[k]! - axes.means[c]!;
      x += d * axes.first[c]!;
      y += d * axes.second[c]!;
    }
    const stretch = Math.sqrt(statements.length / Math.max(1, offset[row + 1]! - offset[row]!));
    points[2 * row] = x * stretch;
    points[2 * row + 1] = y * stretch;
  }
  return points;
}
