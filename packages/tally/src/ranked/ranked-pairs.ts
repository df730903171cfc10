import type { Algorithm } from '../algorithm.js';
import { lotPlaces } from '../ties/lots.js';
import { rankByLayers, type Ranking } from './order.js';
import { pairRecord, pairwise, type PairTable, type Unranked } from './pairwise.js';
import { Reach } from './reach.js';
import { possibleSources } from './tie-orders.js';
import type { Profile } from './profile.js';
import type { Strength } from './schulze.js';

export interface LockStep {
  readonly step: 'lock' | 'skip';
  readonly winner: string;
  readonly loser: string;
  readonly strength: number;
  readonly against: number;
  /** why it was skipped: locked defeats that already lead from the loser to the winner */
  readonly because?: readonly string[];
}

export interface RankedPairsResult {
  readonly method: 'ranked-pairs';
  readonly algorithm: Algorithm;
  readonly conventions: {
    readonly unranked: Unranked;
    readonly strength: Strength;
    /** equal winning votes: fewer votes against first; still equal, or equal margins: the order of the lot, first the winner's place, then the loser's */
    readonly ties: 'opposition, then lot order' | 'lot order';
  };
  readonly winners: readonly string[];
  readonly isTied: boolean;
  readonly ranking: Ranking;
  /** over every order of equal pairs; only on request */
  readonly possibleWinners?: readonly string[];
  readonly pairwise: Record<string, Record<string, number>>;
  readonly steps: readonly LockStep[];
}

export interface RankedPairsOptions {
  readonly unranked?: Unranked;
  readonly strength?: Strength;
  /** all options in the order drawn; the order of the candidates where absent */
  readonly lots?: readonly string[];
  readonly possibleWinners?: boolean;
}

export const RANKED_PAIRS: Algorithm = { id: 'ranked-pairs', version: 1 };

export interface Defeat {
  readonly winner: number;
  readonly loser: number;
  readonly strength: number;
  readonly against: number;
  /** what decides between equal strengths before the lot does */
  readonly opposition: number;
}

/** Every defeat, strongest first. Pairs of equal strength and opposition are in the order of the lot. */
function sortedDefeats({ size, counts }: PairTable, strength: Strength, place: readonly number[]): Defeat[] {
  const out: Defeat[] = [];
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const votes = counts[a * size + b]!;
      const against = counts[b * size + a]!;
      if (votes <= against) continue;
      out.push({ winner: a, loser: b, against, ...(strength === 'winning' ? { strength: votes, opposition: against } : { strength: votes - against, opposition: 0 }) });
    }
  }
  return out.sort((x, y) => y.strength - x.strength || x.opposition - y.opposition || place[x.winner]! - place[y.winner]! || place[x.loser]! - place[y.loser]!);
}

const sameClass = (x: Defeat, y: Defeat): boolean => x.strength === y.strength && x.opposition === y.opposition;

function classes(defeats: readonly Defeat[]): Defeat[][] {
  const out: Defeat[][] = [];
  for (const d of defeats) {
    const last = out.at(-1);
    if (last !== undefined && sameClass(last[0]!, d)) last.push(d);
    else out.push([d]);
  }
  return out;
}

/**
 * Ranked pairs (N. Tideman, 1987): defeats are locked from the strongest down unless one would close a cycle; the
 * ranking takes the layers of the locked graph. `winning` sorts by votes of the winning side, `margin` by its lead.
 */
export function rankedPairs(profile: Profile, { unranked = 'last', strength = 'winning', lots, possibleWinners = false }: RankedPairsOptions = {}): RankedPairsResult {
  const table = pairwise(profile, unranked);
  const { options, size } = table;
  const place = lotPlaces(options, lots);
  const defeats = sortedDefeats(table, strength, place);
  const reach = new Reach(size);
  const locked = new Set<number>();
  const steps = defeats.map((d): LockStep => {
    const base = { winner: options[d.winner]!, loser: options[d.loser]!, strength: d.strength, against: d.against };
    if (reach.has(d.loser, d.winner)) return { step: 'skip', ...base, because: lockedPath(locked, size, d.loser, d.winner).map((o) => options[o]!) };
    reach.add(d.winner, d.loser);
    locked.add(d.winner * size + d.loser);
    return { step: 'lock', ...base };
  });
  const ranking = rankByLayers(options, (a, b) => reach.has(a, b));
  return {
    method: 'ranked-pairs', algorithm: RANKED_PAIRS, conventions: { unranked, strength, ties: strength === 'winning' ? 'opposition, then lot order' : 'lot order' },
    winners: ranking[0]!, isTied: ranking[0]!.length > 1, ranking,
    ...(possibleWinners ? { possibleWinners: possibleSources(classes(defeats), size).map((o) => options[o]!) } : {}),
    pairwise: pairRecord(table), steps,
  };
}

/** A shortest chain of locked defeats. */
function lockedPath(locked: ReadonlySet<number>, size: number, from: number, to: number): number[] {
  const cameFrom = new Map([[from, -1]]);
  for (const at of cameFrom.keys()) {
    if (at === to) break;
    for (let next = 0; next < size; next++) if (locked.has(at * size + next) && !cameFrom.has(next)) cameFrom.set(next, at);
  }
  const path: number[] = [];
  for (let at = to; at !== -1; at = cameFrom.get(at)!) path.unshift(at);
  return path;
}
