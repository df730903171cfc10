import { isSilent, type Entry, type Run, type Snapshot } from '@tegerek/contracts/wire';
import { applyEntry } from './fold/apply.js';
import { emptySnapshot } from './fold/reducer.js';

/** A replica's place in the log and what it folded so far. */
export interface ReplicaState {
  space: string;
  epoch: number;
  seq: number;
  hash: string;
  snapshot: Snapshot;
}

export interface Received {
  state: ReplicaState;
  /** Entries that were applied now. */
  applied: Entry[];
  /** Something beyond a hole is held: resume if the hole lasts 500 ms (docs/protocol.md LIVE-6). */
  isWaiting: boolean;
  /** An erasure was among them: what was folded before may hold erased text, so take a snapshot. */
  needsSnapshot: boolean;
}

const firstOf = (run: Run): number => (isSilent(run) ? run.from : run.seq);
const lastOf = (run: Run): number => (isSilent(run) ? run.to : run.seq);
const HELD_AT_MOST = 1_000;

/** The client's side of the log: drops what it has, applies what comes next, holds what comes later. No socket, no clock. */
export class Replica {
  #state: ReplicaState;
  #held: Run[] = [];

  constructor(space: string, state?: ReplicaState) {
    this.#state = state ?? { space, epoch: 0, seq: 0, hash: '', snapshot: emptySnapshot(space) };
  }

  get state(): ReplicaState {
    return this.#state;
  }

  /** Replaces everything by a fetched snapshot and keeps only held runs that come after it. */
  reset(state: ReplicaState): Received {
    this.#state = state;
    return this.receive([]);
  }

  /** Adds a panel slice folded up to exactly the replica's `seq`; another `seq` is refused (`false`). */
  addPanel(panelId: string, slice: Snapshot['panels'][string], at: number): boolean {
    if (at !== this.#state.seq) return false;
    this.#state = { ...this.#state, snapshot: { ...this.#state.snapshot, panels: { ...this.#state.snapshot.panels, [panelId]: slice } } };
    return true;
  }

  receive(runs: readonly Run[]): Received {
    const waiting = [...this.#held, ...runs].sort((a, b) => firstOf(a) - firstOf(b) || lastOf(a) - lastOf(b));
    const applied: Entry[] = [];
    this.#held = [];
    for (const run of waiting) {
      if (lastOf(run) <= this.#state.seq) continue;
      if (firstOf(run) > this.#state.seq + 1) this.#held.push(run);
      else this.#advance(run, applied);
    }
    if (this.#held.length > HELD_AT_MOST) this.#held = [];
    return {
      state: this.#state, applied, isWaiting: this.#held.length > 0,
      needsSnapshot: applied.some((entry) => entry.events.some((event) => event.type === 'person.erased')),
    };
  }

  #advance(run: Run, applied: Entry[]): void {
    if (isSilent(run)) {
      this.#state = { ...this.#state, seq: run.to, hash: run.hash };
      return;
    }
    this.#state = { ...this.#state, seq: run.seq, hash: run.hash, snapshot: applyEntry(this.#state.snapshot, run) };
    applied.push(run);
  }
}
