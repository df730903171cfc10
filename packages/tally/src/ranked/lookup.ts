import { TallyInputError } from '../errors.js';

const MAX_OPTIONS = 1000;

/** Throws `TallyInputError` unless the ids are distinct and at least one; returns their indexes. */
export function indexOptions(options: readonly string[]): Map<string, number> {
  const index = new Map(options.map((id, i) => [id, i]));
  if (index.size !== options.length) throw new TallyInputError('options.twice', 'candidates: an id is listed twice', { path: 'candidates' });
  if (options.length === 0) throw new TallyInputError('options.none', 'candidates: expected at least one', { path: 'candidates' });
  if (options.length > MAX_OPTIONS) throw new TallyInputError('options.too-many', `candidates: at most ${MAX_OPTIONS}`, { path: 'candidates' });
  return index;
}

/**
 * Ids are looked up millions of times: their length and one or two of their characters lead to a guess, which one
 * comparison confirms; only the others ask the map.
 */
export interface Lookup {
  readonly index: ReadonlyMap<string, number>;
  /** The options, as the caller's own strings: where ballots hold the same ones, comparing is comparing two addresses. */
  readonly ids: readonly string[];
  /** option by slot, -1 for none */
  readonly guess: Int16Array;
  /** the characters looked at, counted from the end (1 = the last); the same twice where one tells all options apart */
  readonly near: number;
  readonly far: number;
  /** shorter ids have no slot */
  readonly shortest: number;
}

const SLOTS = 4096;
/** Characters from the end that are tried. */
const DEPTH = 8;

/** Slot of an id that is at least `far` long. */
export function slotOf(id: string, near: number, far: number): number {
  const ofOne = id.length + id.charCodeAt(id.length - near) * 64;
  return (far === near ? ofOne : ofOne + id.charCodeAt(id.length - far) * 5) & (SLOTS - 1);
}

/** Throws `TallyInputError` unless the ids are distinct and at least one. */
export function makeLookup(options: readonly string[]): Lookup {
  const index = indexOptions(options);
  const ids = [...options];
  const shortest = Math.max(1, ids.reduce((least, o) => Math.min(least, o.length), DEPTH));
  const { near, far } = tellingCharacters(ids, shortest);
  const guess = new Int16Array(SLOTS).fill(-1);
  ids.forEach((o, i) => { if (o.length >= shortest) guess[slotOf(o, near, far)] = i; });
  return { index, ids, guess, near, far, shortest };
}

/** One character that tells all options apart, else two, else the last two. */
function tellingCharacters(ids: readonly string[], shortest: number): { near: number; far: number } {
  for (let near = 1; near <= shortest; near++) if (areApart(ids, near, near)) return { near, far: near };
  for (let near = 1; near < shortest; near++) {
    for (let far = near + 1; far <= shortest; far++) if (areApart(ids, near, far)) return { near, far };
  }
  return { near: 1, far: Math.min(2, shortest) };
}

function areApart(ids: readonly string[], near: number, far: number): boolean {
  const taken = new Set<number>();
  for (const id of ids) {
    if (id.length < far) return false;
    const slot = slotOf(id, near, far);
    if (taken.has(slot)) return false;
    taken.add(slot);
  }
  return true;
}
