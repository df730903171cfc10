/** Places, best first; an inner list is one shared place, in candidate order. */
export type Ranking = string[][];

/** Groups options by score, highest first; equal scores share a place. */
export function rankByScore(options: readonly string[], score: ArrayLike<number>): Ranking {
  const byIndex = options.map((_, i) => i).sort((a, b) => score[b]! - score[a]! || a - b);
  const ranking: Ranking = [];
  byIndex.forEach((o, k) => {
    if (k > 0 && score[byIndex[k - 1]!] === score[o]) ranking.at(-1)!.push(options[o]!);
    else ranking.push([options[o]!]);
  });
  return ranking;
}

/** Layers of a relation without cycles: repeatedly takes the options that no remaining one beats. */
export function rankByLayers(options: readonly string[], beats: (a: number, b: number) => boolean): Ranking {
  let left = options.map((_, i) => i);
  const ranking: Ranking = [];
  while (left.length > 0) {
    const top = left.filter((o) => !left.some((p) => p !== o && beats(p, o)));
    ranking.push(top.map((o) => options[o]!));
    left = left.filter((o) => !top.includes(o));
  }
  return ranking;
}

/** Assigns a key of its own to a record, much faster than by `fromEntries`: an option may be called "__proto__". */
export function put<T>(record: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__') Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  else record[key] = value;
}

export function byOption(options: readonly string[], values: ArrayLike<number>): Record<string, number> {
  const out: Record<string, number> = {};
  for (let i = 0; i < options.length; i++) put(out, options[i]!, values[i]!);
  return out;
}
