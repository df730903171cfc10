import type { Run, Snapshot } from '@tegerek/contracts';
import { applyEntries, applyEntry, emptySnapshot, type ReplicaState } from '@tegerek/replica';
import { entriesAfter, type RawEntry } from '../log/log.store.js';
import { runsFor, sees, type AudienceKey } from './audience.js';

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
  readonly #hashes = new Map<number, Promise<string | undefined>>();
  readonly #folds = new Map<AudienceKey, Snapshot>();
  readonly #folding = new Map<AudienceKey, Promise<void>>();
  readonly #resumes = new Map<string, Promise<readonly Run[] | null>>();
  #reading: Promise<void> | null = null;
  #following: Promise<void> | null = null;

  constructor(readonly space: string, private readonly query: Query, private readonly onEntries: (space: string, entries: RawEntry[]) => void) {}

  get seq(): number {
    return this.#seq;
  }

  get head(): { seq: number; hash: string; epoch: number } {
    return { seq: this.#seq, hash: this.#hash, epoch: this.#epoch };
  }

  /** Resolves when everything committed before this call has been read and handed on. A read that has begun may have missed it: all who call meanwhile share the one after it. */
  catchUp(): Promise<void> {
    if (this.#following) return this.#following;
    if (!this.#reading) return (this.#reading = this.#read().finally(() => { this.#reading = null; }));
    return (this.#following = this.#reading.catch(() => undefined).then(() => {
      this.#following = null;
      return this.catchUp();
    }));
  }

  /** Takes entries that this node has just committed, unless others are missing before them or a read is on its way: then they must be read. */
  offer(entries: readonly RawEntry[]): boolean {
    if (this.#reading || this.#seq === 0 || entries[0]?.seq !== this.#seq + 1 || entries.some(isErasure)) return false;
    this.#fold(entries);
    this.onEntries(this.space, [...entries]);
    return true;
  }

  async #read(): Promise<void> {
    if (this.#seq === 0) return this.#begin();
    for (;;) {
      const entries = await entriesAfter(this.query, this.space, this.#seq, PAGE);
      if (entries.length > 0) await this.#take(entries);
      if (entries.length < PAGE) return;
    }
  }

  /** Nobody follows this space here yet, so what lies before its head is not handed on; each audience's first fold reads it. */
  async #begin(): Promise<void> {
    const [head] = (await this.query('SELECT seq, hash, epoch FROM log.head WHERE log_id = $1', [this.space])) as { seq: number; hash: string; epoch: number }[];
    if (head) [this.#seq, this.#hash, this.#epoch] = [head.seq, head.hash, head.epoch];
  }

  async #take(entries: RawEntry[]): Promise<void> {
    this.#fold(entries);
    if (entries.some(isErasure)) await this.#refold();
    this.onEntries(this.space, entries);
  }

  #fold(entries: readonly RawEntry[]): void {
    for (const entry of entries) {
      for (const [key, snapshot] of this.#folds) this.#folds.set(key, applyEntry(snapshot, visible(key, entry)));
      this.#seq = entry.seq;
      this.#hash = entry.hash;
      this.#epoch = entry.epoch;
      this.#recent.push(entry);
    }
    this.#resumes.clear();
    if (this.#recent.length > RECENT) this.#recent = this.#recent.slice(-RECENT);
  }

  /** After an erasure what was folded may hold erased text: everything is read again. */
  async #refold(): Promise<void> {
    this.#recent = [];
    for (const key of this.#folds.keys()) this.#folds.set(key, await this.#foldTo(key, this.#seq));
  }

  /** The fold of an audience at this tail's `seq`; call `catchUp` first. */
  async fold(key: AudienceKey): Promise<ReplicaState> {
    let snapshot = this.#folds.get(key);
    for (; !snapshot; snapshot = this.#folds.get(key)) await this.#firstFold(key);
    return { space: this.space, epoch: this.#epoch, seq: this.#seq, hash: this.#hash, snapshot };
  }

  /** Read once, however many ask for it; entries may come while it is read. */
  #firstFold(key: AudienceKey): Promise<void> {
    let folding = this.#folding.get(key);
    if (!folding) this.#folding.set(key, (folding = this.#foldToHead(key).finally(() => this.#folding.delete(key))));
    return folding;
  }

  async #foldToHead(key: AudienceKey): Promise<void> {
    while (!this.#folds.has(key)) {
      const at = this.#seq;
      const folded = await this.#foldTo(key, at);
      if (at === this.#seq) this.#folds.set(key, folded);
    }
  }

  async #foldTo(key: AudienceKey, to: number): Promise<Snapshot> {
    let snapshot = emptySnapshot(this.space);
    for (let seq = 0; seq < to;) {
      const entries = await entriesAfter(this.query, this.space, seq, PAGE);
      if (entries.length === 0) break;
      snapshot = applyEntries(snapshot, entries.filter((entry) => entry.seq <= to).map((entry) => visible(key, entry)));
      seq = entries.at(-1)?.seq ?? to;
    }
    return snapshot;
  }

  /**
   * What an audience sees of the entries after `seq`; `null` when there are more than `most`, or an erasure among them. Whoever comes back from
   * the same place while nothing new is committed gets one and the same list.
   */
  runsSince(seq: number, most: number, key: AudienceKey): Promise<readonly Run[] | null> {
    if (this.#seq - seq > most) return Promise.resolve(null);
    const place = `${seq} ${key}`;
    let resume = this.#resumes.get(place);
    if (!resume) {
      if (this.#resumes.size >= RECENT) this.#resumes.clear();
      this.#resumes.set(place, (resume = this.#since(seq, most).then((entries) => (entries.some(isErasure) ? null : runsFor(key, entries)))));
      resume.catch(() => this.#resumes.delete(place));
    }
    return resume;
  }

  async #since(seq: number, most: number): Promise<RawEntry[]> {
    const recent = this.#recent.filter((entry) => entry.seq > seq);
    if (recent.length === this.#seq - seq) return recent;
    return (await entriesAfter(this.query, this.space, seq, most)).filter((entry) => entry.seq <= this.#seq);
  }

  /** Hash of the entry at `seq`, for the divergence check. */
  async hashAt(seq: number): Promise<string | undefined> {
    if (seq === this.#seq) return this.#hash;
    const known = this.#recent.find((entry) => entry.seq === seq);
    if (known) return known.hash;
    // thousands come back from one and the same place; an entry's hash never changes
    let hash = this.#hashes.get(seq);
    if (!hash) {
      if (this.#hashes.size >= RECENT) this.#hashes.clear();
      this.#hashes.set(seq, (hash = this.#readHash(seq)));
      hash.catch(() => this.#hashes.delete(seq));
    }
    return hash;
  }

  async #readHash(seq: number): Promise<string | undefined> {
    const [row] = (await this.query('SELECT hash FROM log.entry WHERE log_id = $1 AND seq = $2', [this.space, seq])) as { hash: string }[];
    return row?.hash;
  }
}

const isErasure = (entry: RawEntry): boolean => entry.events.some((event) => event.type === 'person.erased');

const visible = (key: AudienceKey, entry: RawEntry): RawEntry => ({ ...entry, events: entry.events.filter((event) => sees(key, event)) });
