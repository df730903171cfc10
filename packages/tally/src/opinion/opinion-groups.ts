import { kMeans, lloyd, silhouette, type WeightedPoints } from './k-means.js';

export interface GroupOptions {
  /** a division with a smaller group is not considered; default 5 */
  readonly minGroupSize?: number;
  /** most groups; default 5 (and never more than 2 + ⌊people/12⌋) */
  readonly maxGroups?: number;
  /** exactly so many groups, whatever their silhouette */
  readonly groups?: number;
  /** an earlier result of the same conversation */
  readonly previous?: GroupState;
  /** another number of groups must win so many times in a row before it replaces the present one; default 4 */
  readonly switchAfter?: number;
}

/** What the next run needs to keep groups recognisable. */
export interface GroupState {
  readonly centres: Float64Array;
  /** a number of groups that has won lately, and how often in a row; 0 = none */
  readonly challenger: number;
  readonly wins: number;
}

export interface OpinionGroups extends GroupState {
  readonly k: number;
  /** group of each point, by index */
  readonly label: Int32Array;
  readonly sizes: readonly number[];
  readonly silhouette: number;
  /** sum of squared distances to the own group's centre */
  readonly within: number;
}

/** Up to so many people the silhouette is taken of each person, above it of the cells of a fine grid. */
const EXACT_UP_TO = 400;
const CELLS = 20;

interface Candidate {
  readonly k: number;
  readonly label: Int32Array;
  readonly centres: Float64Array;
  readonly within: number;
  readonly silhouette: number;
}

const sizesOf = (label: Int32Array, k: number): number[] => {
  const sizes = Array.from({ length: k }, () => 0);
  for (const c of label) sizes[c]!++;
  return sizes;
};

/** Points pooled in the cells of a grid over the middle of the cloud (mean ± 4 standard deviations; outliers in its rim). */
function pooled(xy: Float64Array): WeightedPoints {
  const n = xy.length / 2;
  const span = [0, 1].map((axis) => {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < n; i++) sum += xy[2 * i + axis]!;
    for (let i = 0; i < n; i++) squares += (xy[2 * i + axis]! - sum / n) ** 2;
    const reach = 4 * Math.sqrt(squares / n);
    return { from: sum / n - reach, step: reach > 0 ? (2 * reach) / CELLS : 1 };
  });
  const cell = (v: number, axis: number): number => Math.min(CELLS - 1, Math.max(0, Math.floor((v - span[axis]!.from) / span[axis]!.step)));
  const sums = new Float64Array(CELLS * CELLS * 3);
  for (let i = 0; i < n; i++) {
    const at = 3 * (cell(xy[2 * i]!, 0) * CELLS + cell(xy[2 * i + 1]!, 1));
    sums[at]! += xy[2 * i]!;
    sums[at + 1]! += xy[2 * i + 1]!;
    sums[at + 2]!++;
  }
  const used = Array.from({ length: CELLS * CELLS }, (_, c) => c).filter((c) => sums[3 * c + 2]! > 0);
  return {
    xy: Float64Array.from(used.flatMap((c) => [sums[3 * c]! / sums[3 * c + 2]!, sums[3 * c + 1]! / sums[3 * c + 2]!])),
    weight: Float64Array.from(used, (c) => sums[3 * c + 2]!),
  };
}

function candidates(xy: Float64Array, options: GroupOptions): Candidate[] {
  const n = xy.length / 2;
  const people: WeightedPoints = { xy, weight: new Float64Array(n).fill(1) };
  const isSmall = n <= EXACT_UP_TO;
  const points = isSmall ? people : pooled(xy);
  const most = Math.min(options.maxGroups ?? 5, 2 + Math.floor(n / 12));
  const wanted = options.groups === undefined ? Array.from({ length: Math.max(0, most - 1) }, (_, i) => i + 2) : [options.groups];
  return wanted.filter((k) => k <= points.weight.length).map((k) => {
    const coarse = kMeans(points, k, options.previous?.centres);
    const fine = isSmall ? coarse : lloyd(people, coarse.centres);
    return { k, label: fine.label, centres: fine.centres, within: fine.within, silhouette: silhouette(points, coarse.label, k) };
  });
}

/** Another number of groups replaces the present one only after it has won `switchAfter` times in a row. */
function withPatience(found: readonly Candidate[], options: GroupOptions): { chosen: Candidate; challenger: number; wins: number } {
  const best = found.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  const before = options.previous;
  const kept = before === undefined ? undefined : found.find((c) => 2 * c.k === before.centres.length);
  if (before === undefined || kept === undefined || kept === best) return { chosen: best, challenger: 0, wins: 0 };
  const wins = before.challenger === best.k ? before.wins + 1 : 1;
  return wins >= (options.switchAfter ?? 4) ? { chosen: best, challenger: 0, wins: 0 } : { chosen: kept, challenger: best.k, wins };
}

/** New number of each group: as the nearest centre before, one each; otherwise the largest group first. */
function renumber(chosen: Candidate, before: Float64Array | undefined): number[] {
  const sizes = sizesOf(chosen.label, chosen.k);
  const bySize = sizes.map((_, c) => c).sort((a, b) => sizes[b]! - sizes[a]! || chosen.centres[2 * a]! - chosen.centres[2 * b]! || a - b);
  const to = Array.from({ length: chosen.k }, () => -1);
  const pairs = before === undefined ? [] : bySize.flatMap((c) => Array.from({ length: Math.min(chosen.k, before.length / 2) }, (_, b) => ({
    c, b, d: (chosen.centres[2 * c]! - before[2 * b]!) ** 2 + (chosen.centres[2 * c + 1]! - before[2 * b + 1]!) ** 2,
  })));
  for (const { c, b } of pairs.sort((x, y) => x.d - y.d)) if (to[c] === -1 && !to.includes(b)) to[c] = b;
  for (const c of bySize) if (to[c] === -1) to[c] = bySize.findIndex((_, next) => !to.includes(next));
  return to;
}

/**
 * Groups of people who stand near each other: k-means for k = 2, 3, …, the k with the best silhouette. Deterministic.
 * Null where no division has `minGroupSize` people in every group or all points coincide.
 */
export function opinionGroups(xy: Float64Array, options: GroupOptions = {}): OpinionGroups | null {
  const min = options.minGroupSize ?? 5;
  const found = candidates(xy, options).filter((c) => c.silhouette > 0 && sizesOf(c.label, c.k).every((size) => size >= min));
  if (found.length === 0) return null;
  const { chosen, challenger, wins } = withPatience(found, options);
  const to = renumber(chosen, options.previous?.centres);
  const label = chosen.label.map((c) => to[c]!);
  const centres = new Float64Array(2 * chosen.k);
  to.forEach((group, c) => centres.set(chosen.centres.subarray(2 * c, 2 * c + 2), 2 * group));
  return { k: chosen.k, label, sizes: sizesOf(label, chosen.k), silhouette: chosen.silhouette, within: chosen.within, centres, challenger, wins };
}
