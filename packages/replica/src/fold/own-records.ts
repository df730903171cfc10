/** Records made by the fold that runs now; `null`: none runs, every change is a copy. */
let own: WeakSet<object> | null = null;

/** A record with one more value: a copy, so that whoever holds the old one keeps it. Inside `whileFolding` a copy that the same fold made is changed in place. */
export function withValue<T>(record: Readonly<Record<string, T>>, key: string, value: T): Record<string, T> {
  if (own?.has(record)) {
    (record as Record<string, T>)[key] = value;
    return record;
  }
  const copy = { ...record, [key]: value };
  own?.add(copy);
  return copy;
}

/** Runs a fold (not async) whose intermediate states nobody keeps: copying records of hundreds of values for each event would be most of its cost. */
export function whileFolding<T>(fold: () => T): T {
  own = new WeakSet();
  try {
    return fold();
  } finally {
    own = null;
  }
}
