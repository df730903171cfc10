import type { Snapshot } from '@tegerek/contracts';
import { applyEntry, emptySnapshot, isDisclosed } from '@tegerek/replica';
import { entriesAfter } from '../../platform/log/log.store.js';

const PAGE = 1_000;

export interface DisclosedFold {
  snapshot: Snapshot;
  head: { seq: number; hash: string };
}

/**
 * The fold of what a bundle opens to everybody, read from the committed log in the caller's transaction: the same that the verifier
 * folds. Up to `to`, or to the last committed entry.
 */
export async function disclosedFold(query: (sql: string, values: unknown[]) => Promise<unknown>, space: string, to = Number.MAX_SAFE_INTEGER): Promise<DisclosedFold> {
  let snapshot = emptySnapshot(space);
  let head = { seq: 0, hash: '0'.repeat(64) };
  for (;;) {
    const entries = (await entriesAfter(query, space, head.seq, PAGE)).filter((entry) => entry.seq <= to);
    for (const entry of entries) snapshot = applyEntry(snapshot, { ...entry, events: entry.events.filter(isDisclosed) });
    const last = entries.at(-1);
    if (!last) return { snapshot, head };
    head = { seq: last.seq, hash: last.hash };
  }
}
