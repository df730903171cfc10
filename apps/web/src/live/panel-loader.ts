import { applyEntry } from '@tegerek/replica';
import type { Entry, PanelSlice, Snapshot } from '@tegerek/contracts/wire';

/**
 * Brings a panel slice that was folded up to some `seq` to the replica's own `seq`. The replica goes on while the slice travels:
 * what it applied since the request began is replayed on the slice, with the core of that moment (a turn's end reads it).
 */
export class PanelLoader {
  private readonly since: Entry[] = [];

  constructor(readonly panelId: string, private readonly startSeq: number, private readonly startCore: Snapshot['core']) {}

  noteApplied(entries: readonly Entry[]): void { this.since.push(...entries); }

  /** The slice at `seq`; `null`: the fetched one is older than this loader's beginning, fetch again. */
  bring(slice: PanelSlice, at: number): PanelSlice | null {
    if (at < this.startSeq) return null;
    const before = this.since.filter((entry) => entry.seq <= at).reduce(applyEntry, { core: this.startCore, panels: {} });
    const withSlice: Snapshot = { core: before.core, panels: { [this.panelId]: slice } };
    return this.since.filter((entry) => entry.seq > at).reduce(applyEntry, withSlice).panels[this.panelId] ?? null;
  }
}
