import { TallyInputError } from '../errors.js';
import { Reach } from './reach.js';

interface Edge {
  readonly winner: number;
  readonly loser: number;
}

/** Locked graphs followed at the same time; more means that the pairs are too evenly tied to list all outcomes. */
const MAX_STATES = 50_000;

/** Edges of the class that lie on no cycle of (locked + class): every order locks them. */
function splitClass(reach: Reach, edges: readonly Edge[]): { sure: Edge[]; open: Edge[] } {
  const possible = new Map<number, number[]>();
  for (const e of edges) possible.set(e.winner, [...(possible.get(e.winner) ?? []), e.loser]);
  const sure: Edge[] = [];
  const open: Edge[] = [];
  for (const e of edges) {
    const seen = new Set([e.loser]);
    for (const at of seen) {
      for (let to = 0; to < reach.size; to++) if (reach.has(at, to)) seen.add(to);
      for (const to of possible.get(at) ?? []) seen.add(to);
    }
    (seen.has(e.winner) ? open : sure).push(e);
  }
  return { sure, open };
}

/** All locked graphs that some order of one class of equal pairs can give. */
function outcomes(start: Reach, edges: readonly Edge[]): Reach[] {
  const done = new Map<string, Reach>();
  const seen = new Set<string>();
  const visit = (reach: Reach, left: readonly Edge[]): void => {
    const free = left.filter((e) => !reach.has(e.loser, e.winner) && !reach.has(e.winner, e.loser));
    const { sure, open } = splitClass(reach, free);
    for (const e of sure) reach.add(e.winner, e.loser);
    const key = reach.key();
    if (seen.has(key)) return;
    seen.add(key);
    if (seen.size > MAX_STATES) throw new TallyInputError('ranked-pairs.too-many-orders', 'too many equal pairs to list every possible winner');
    if (open.length === 0) done.set(key, reach);
    for (const e of open) {
      const next = reach.copy();
      next.add(e.winner, e.loser);
      visit(next, open.filter((o) => o !== e));
    }
  };
  visit(start.copy(), edges);
  return [...done.values()];
}

/**
 * Every option that is unbeaten in some locked graph, over all orders of equal pairs.
 * Throws `TallyInputError` when there are too many orders to follow.
 */
export function possibleSources(classes: readonly (readonly Edge[])[], size: number): number[] {
  let states = [new Reach(size)];
  for (const edges of classes) {
    const next = new Map<string, Reach>();
    for (const s of states) for (const o of outcomes(s, edges)) next.set(o.key(), o);
    states = [...next.values()];
    if (states.length > MAX_STATES) throw new TallyInputError('ranked-pairs.too-many-orders', 'too many equal pairs to list every possible winner');
  }
  return [...new Set(states.flatMap((s) => s.sources()))].sort((a, b) => a - b);
}
