import type { Algorithm } from '../algorithm.js';
import { TallyInputError, wholeNumber } from '../errors.js';
import { compare, fromFraction, type Fraction } from '../exact/rational.js';
import { lotPlaces } from './lots.js';

export const TIE_POLICY: Algorithm = { id: 'tie-policy', version: 1 };

export type TieReason = 'groups-meeting-floor' | 'weakest-group-share' | 'head-to-head' | 'lot';

/** What the published policy asks, in this order; what is missing is passed over. */
export interface TieFacts {
  readonly groupsMeetingFloor?: Readonly<Record<string, number>>;
  readonly weakestShare?: Readonly<Record<string, Fraction>>;
  /** pairwise[a][b] = voters who rank a above b */
  readonly pairwise?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** all options, the luckiest first */
  readonly lots: readonly string[];
}

export interface TieBreak {
  readonly step: 'tie-break';
  readonly by: TieReason;
  readonly between: readonly string[];
  readonly chosen: string;
}

export interface CutResult {
  readonly algorithm: Algorithm;
  readonly selected: readonly string[];
  /** empty when the cut fell between two places: then no tie was broken */
  readonly steps: readonly TieBreak[];
}

function bestBy<T>(tied: readonly string[], value: (o: string) => T, way: (a: T, b: T) => number): string[] {
  const best = tied.map(value).reduce((a, b) => (way(b, a) > 0 ? b : a));
  return tied.filter((o) => way(value(o), best) === 0);
}

function narrow(tied: readonly string[], reason: TieReason, facts: TieFacts): readonly string[] {
  const { groupsMeetingFloor: met, weakestShare: share, pairwise } = facts;
  if (reason === 'groups-meeting-floor') return met === undefined ? tied : bestBy(tied, (o) => met[o] ?? 0, (a, b) => a - b);
  if (reason === 'weakest-group-share') {
    return share === undefined ? tied : bestBy(tied, (o) => fromFraction(share[o] ?? { num: 0, den: 1 }), compare);
  }
  if (reason === 'head-to-head') {
    const first = pairwise && tied.find((a) => tied.every((b) => a === b || (pairwise[a]?.[b] ?? 0) > (pairwise[b]?.[a] ?? 0)));
    return first === undefined ? tied : [first];
  }
  const place = lotPlaces(tied, facts.lots);
  return [tied[place.indexOf(Math.min(...place))]!];
}

function pickOne(tied: readonly string[], facts: TieFacts): TieBreak {
  let left = tied;
  for (const by of ['groups-meeting-floor', 'weakest-group-share', 'head-to-head', 'lot'] as const) {
    left = narrow(left, by, facts);
    if (left.length === 1) return { step: 'tie-break', by, between: [...tied], chosen: left[0]! };
  }
  throw new TallyInputError('lots.incomplete', 'the lot leaves a tie', { path: 'lots' });
}

/**
 * The first `places` options of a ranking with ties. A tie is broken only where the cut goes through it, by the published
 * policy: more groups meeting the floor, higher weakest-group share, head-to-head, lot. Each break is a step.
 */
export function cutRanking(ranking: readonly (readonly string[])[], places: number, facts: TieFacts): CutResult {
  wholeNumber(places, 'places');
  const selected: string[] = [];
  const steps: TieBreak[] = [];
  for (const group of ranking) {
    if (selected.length + group.length <= places) {
      selected.push(...group);
      continue;
    }
    for (let left = [...group]; selected.length < places;) {
      const broken = pickOne(left, facts);
      steps.push(broken);
      selected.push(broken.chosen);
      left = left.filter((o) => o !== broken.chosen);
      if (left.length === 1 && selected.length < places) selected.push(left.pop()!);
    }
    break;
  }
  return { algorithm: TIE_POLICY, selected, steps };
}
