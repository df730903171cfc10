import { Injectable } from '@nestjs/common';
import type { Snapshot } from '@tegerek/contracts';
import { applyEntry, emptySnapshot, isDisclosed } from '@tegerek/replica';
import { entriesAfter } from '../../platform/log/log.store.js';

/** What a bundle opens to everybody, folded: the same that the verifier folds. */
export interface DisclosedFold {
  snapshot: Snapshot;
  head: { seq: number; hash: string };
}

interface Held extends DisclosedFold {
  /** Erasures up to this entry had happened before the log was read. */
  readAt: number;
}

type Query = (sql: string, values: unknown[]) => Promise<unknown>;

const PAGE = 1_000;
/** Dialogues whose folds are kept. */
const MOST = 4;

/**
 * Disclosed folds of dialogues that are about to be published, brought up to date from the committed log: the long part is read before the
 * lock, only what came since inside it. An erasure changes what a bundle opens, so it starts the fold anew.
 */
@Injectable()
export class DisclosedFolds {
  readonly #held = new Map<string, Held>();

  async upToDate(query: Query, space: string): Promise<DisclosedFold> {
    let fold = this.#held.get(space) ?? (await start(query, space));
    for (;;) {
      const entries = await entriesAfter(query, space, fold.head.seq, PAGE);
      const erased = entries.some(({ seq, events }) => seq > fold.readAt && events.some(({ type }) => type === 'person.erased'));
      if (erased) fold = await start(query, space);
      else fold = entries.reduce((folded, entry) => ({ ...folded, snapshot: applyEntry(folded.snapshot, { ...entry, events: entry.events.filter(isDisclosed) }), head: { seq: entry.seq, hash: entry.hash } }), fold);
      if (!erased && entries.length < PAGE) return this.#keep(space, fold);
    }
  }

  #keep(space: string, fold: Held): DisclosedFold {
    this.#held.delete(space);
    const [oldest] = this.#held.keys();
    if (this.#held.size >= MOST && oldest !== undefined) this.#held.delete(oldest);
    this.#held.set(space, fold);
    return fold;
  }
}

async function start(query: Query, space: string): Promise<Held> {
  const rows = (await query('SELECT coalesce(max(seq), 0)::int AS seq FROM log.entry WHERE log_id = $1', [space])) as { seq: number }[];
  return { snapshot: emptySnapshot(space), head: { seq: 0, hash: '0'.repeat(64) }, readAt: rows[0]?.seq ?? 0 };
}
