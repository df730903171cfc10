import type { Snapshot } from '@tegerek/contracts';
import { applyEntry, emptySnapshot, type ReplicaState } from '@tegerek/replica';
import { entriesAfter, type RawEntry } from '../log/log.store.js';
import { sees, type AudienceKey } from './audience.js';

const PAGE = 500;
/** Recent entries kept for resumes. */
const RECENT = 256;

type Query = (sql: string, values: unknown[]) => Promise<unknown>;

/** One space's committed entries on this node, read in order after a cursor, folded for each audience that somebody holds. */
export class Tail {
  #seq = 0;
  #hash = '';
  #epoch = 1;
  #recent: RawEntry[] = [];
  readonly #folds = new Map<AudienceKey, Snapshot>();
  #reading: Promise<void> | null = null;
  #isStale = false;

  constructor(readonly space: string, private readonly query: Query, private readonly onEntries: (space: string, entries: RawEntry[]) => void) {}

  get seq(): number {
    return this.#seq;
  }

  get head(): { seq: number; hash: string; epoch: number } {
    return { seq: this.#seq, hash: this.#hash, epoch: this.#epoch };
  }

  /** Resolves when everything committed before this call has been read and handed on. */
  async catchUp(): Promise<void> {
    // a read that has begun may have missed what was committed since: one more follows it
    if (this.#reading) {
      this.#isStale = true;
      await this.#reading;
      if (!this.#isStale) return;
    }
    this.#reading ??= this.#read().finally(() => { this.#reading = null; });
    await this.#reading;
  }

  async #read(): Promise<void> {
    for (;;) {
      this.#isStale = false;
      const entries = await entriesAfter(this.query, this.space, this.#seq, PAGE);
      if (entries.length > 0) await this.#take(entries);
      if (entries.length < PAGE && !this.#isStale) return;
    }
  }

  async #take(entries: RawEntry[]): Promise<void> {
    for (const entry of entries) {
      for (const [key, snapshot] of this.#folds) this.#folds.set(key, applyEntry(snapshot, visible(key, entry)));
      this.#seq = entry.seq;
      this.#hash = entry.hash;
      this.#epoch = entry.epoch;
      this.#recent.push(entry);
    }
    if (this.#recent.length > RECENT) this.#recent = this.#recent.slice(-RECENT);
    if (entries.some((entry) => entry.events.some((event) => event.type === 'person.erased'))) await this.#refold();
    this.onEntries(this.space, entries);
  }

  /** After an erasure what was folded may hold erased text: everything is read again. */
  async #refold(): Promise<void> {
    this.#recent = [];
    for (const key of this.#folds.keys()) this.#folds.set(key, await this.#foldTo(key, this.#seq));
  }

  /** The fold of an audience at this tail's `seq`; call `catchUp` first. */
  async fold(key: AudienceKey): Promise<ReplicaState> {
    let snapshot = this.#folds.get(key);
    while (!snapshot) {
      const at = this.#seq;
      const folded = await this.#foldTo(key, at);
      // entries may have come while it was read
      if (at === this.#seq) this.#folds.set(key, (snapshot = folded));
    }
    return { space: this.space, epoch: this.#epoch, seq: this.#seq, hash: this.#hash, snapshot };
  }

  async #foldTo(key: AudienceKey, to: number): Promise<Snapshot> {
    let snapshot = emptySnapshot(this.space);
    for (let seq = 0; seq < to;) {
      const entries = await entriesAfter(this.query, this.space, seq, PAGE);
      if (entries.length === 0) break;
      for (const entry of entries) if (entry.seq <= to) snapshot = applyEntry(snapshot, visible(key, entry));
      seq = entries.at(-1)?.seq ?? to;
    }
    return snapshot;
  }

  /** Entries after `seq`, at most `most`; `null` when there are more. */
  async since(seq: number, most: number): Promise<RawEntry[] | null> {
    if (this.#seq - seq > most) return null;
    const recent = this.#recent.filter((entry) => entry.seq > seq);
    if (recent.length === this.#seq - seq) return recent;
    return (await entriesAfter(this.query, this.space, seq, most)).filter((entry) => entry.seq <= this.#seq);
  }

  /** Hash of the entry at `seq`, for the divergence check. */
  async hashAt(seq: number): Promise<string | undefined> {
    if (seq === this.#seq) return this.#hash;
    const known = this.#recent.find((entry) => entry.seq === seq);
    if (known) return known.hash;
    const [row] = (await this.query('SELECT hash FROM log.entry WHERE log_id = $1 AND seq = $2', [this.space, seq])) as { hash: string }[];
    return row?.hash;
  }
}

const visible = (key: AudienceKey, entry: RawEntry): RawEntry => ({ ...entry, events: entry.events.filter((event) => sees(key, event)) });
