import { fetchPeople } from './wire.js';
import type { DirectoryEntry, LiveStore } from './state.js';

const AT_ONCE = 200;
const GATHER_MS = 30;
const AGAIN_MS = 4_000;

/** Names by seat, asked for in batches when a screen shows them; nobody holds a list of all seats. */
export class Directory {
  private wanted = new Set<string>();
  private readonly asked = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly store: LiveStore, private readonly fetch: typeof fetchPeople = fetchPeople) {}

  want(seats: readonly string[]): void {
    for (const seat of seats) if (!this.asked.has(seat)) this.wanted.add(seat);
    if (this.wanted.size > 0 && this.timer === undefined) this.timer = setTimeout(() => { void this.flush(); }, GATHER_MS);
  }

  /** Ask again when next shown (erased, renamed, consent changed). */
  forget(seats: readonly string[]): void {
    const left = { ...this.store.get().directory };
    for (const seat of seats) { this.asked.delete(seat); delete left[seat]; }
    this.store.set({ directory: left });
  }

  stop(): void { clearTimeout(this.timer); }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const batch = [...this.wanted].slice(0, AT_ONCE);
    for (const seat of batch) { this.wanted.delete(seat); this.asked.add(seat); }
    try {
      const found = await this.fetch(this.store.get().space, batch);
      const entries: Record<string, DirectoryEntry | null> = { ...this.store.get().directory };
      for (const seat of batch) entries[seat] = null;
      for (const person of found) entries[person.seatId] = person;
      this.store.set({ directory: entries });
    } catch {
      for (const seat of batch) { this.asked.delete(seat); this.wanted.add(seat); }
      this.timer = setTimeout(() => { void this.flush(); }, AGAIN_MS);
      return;
    }
    if (this.wanted.size > 0) this.want([]);
  }
}
