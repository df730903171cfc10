/** Pure moves of a ranking: an ordered list of ids, best first, at most `limit` long. */

/** Puts `id` at `index` (0-based) of the ranking; what stood beyond the limit falls out at the end. */
export function placeAt(order: readonly string[], id: string, index: number, limit: number): string[] {
  const rest = order.filter((each) => each !== id);
  const at = Math.max(0, Math.min(index, rest.length));
  return [...rest.slice(0, at), id, ...rest.slice(at)].slice(0, limit);
}

/** What a tap on an unranked item does: the next place, or nothing when all are taken. */
export function append(order: readonly string[], id: string, limit: number): readonly string[] {
  return order.includes(id) || order.length >= limit ? order : [...order, id];
}

export function without(order: readonly string[], id: string): string[] {
  return order.filter((each) => each !== id);
}

/**
 * Where a dragged row stands: `middles` are the middles of the ranked rows in px from the list's top, without the row itself.
 * Returns the 0-based place.
 */
export function indexAt(y: number, middles: readonly number[]): number {
  const at = middles.findIndex((middle) => y < middle);
  return at < 0 ? middles.length : at;
}

/**
 * By how many rows the row at `position` gives way: −1 up, 1 down. Positions count the ranked rows, then the line between, then the rest.
 * @param heldAt index of the held row among ranked and rest together (without the line)
 * @param index the place that it would take, `null` among the rest
 */
export function shiftOf(position: number, heldAt: number, rankedCount: number, index: number | null): -1 | 0 | 1 {
  const isRanked = heldAt < rankedCount;
  const from = isRanked ? heldAt : heldAt + 1;
  const to = index ?? (isRanked ? rankedCount : from);
  if (position > from && position <= to) return -1;
  return position < from && position >= to ? 1 : 0;
}
