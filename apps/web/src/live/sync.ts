import { PROTOCOL, SOCKET, type Counters, type Entry, type JoinAs, type JoinRefused, type JoinReply, type JoinRequest, type Me, type PanelSlice, type Run, type SliceRef, type Snapshot } from '@tegerek/contracts/wire';
import { Replica, type Received } from '@tegerek/replica';
import type { ServerClock } from './clock.js';
import type { Link } from './link.js';
import { PanelLoader } from './panel-loader.js';
import type { LiveStore } from './state.js';
import { fetchEntries, fetchSlice, sliceUrl, type EntriesReply } from './wire.js';

const HOLE_MS = 500;
const PANEL_TRIES = 5;

export interface SyncOptions {
  store: LiveStore;
  link: Link;
  clock: ServerClock;
  as: JoinAs;
  onApplied: (entries: readonly Entry[]) => void;
  onRefused: (refusal: JoinRefused) => void;
}

/** Keeps the replica of one space at the head of the log: join, resume, holes, slices (docs/protocol.md LIVE). */
export class Sync {
  private readonly replica: Replica;
  private rights: string | undefined;
  private hole: ReturnType<typeof setTimeout> | undefined;
  private readonly panels = new Set<string>();
  private readonly loaders = new Map<string, PanelLoader>();
  private joining: Promise<void> | undefined;
  private isSnapshotDue = true;

  constructor(private readonly options: SyncOptions) { this.replica = new Replica(options.store.get().space); }

  get seq(): number { return this.replica.state.seq; }

  stop(): void { clearTimeout(this.hole); }

  /** Into the room, then what was missed. One at a time. @throws NoAnswer */
  join(): Promise<void> {
    this.joining ??= this.joinNow().finally(() => { this.joining = undefined; });
    return this.joining;
  }

  /** The next join asks for a whole snapshot (rights changed, something was erased). */
  forgetPlace(): void { this.isSnapshotDue = true; }

  private async joinNow(): Promise<void> {
    const { store, link, clock, as, onRefused } = this.options;
    const { space, epoch, seq, hash } = this.replica.state;
    const place = this.isSnapshotDue || seq === 0 ? {} : { epoch, lastSeq: seq, lastHash: hash, ...(this.rights === undefined ? {} : { rights: this.rights }) };
    const request: JoinRequest = { space, as, protocol: PROTOCOL, panels: [...this.panels], ...place };
    const askedAt = Date.now();
    const reply = await link.request<JoinReply | JoinRefused>(SOCKET.join, request);
    if (!reply.ok) { onRefused(reply); return; }
    clock.observe(reply.now, askedAt, Date.now());
    this.rights = reply.rights;
    if (reply.slices !== undefined) await this.takeSnapshot(reply.slices, reply.epoch);
    this.receive(reply.runs ?? []);
    store.set({ audience: reply.audience, counters: reply.counters, offsetMs: clock.offsetMs(), ...(reply.me === undefined ? {} : { me: reply.me }) });
    if (this.seq < reply.head.seq) await this.resume();
  }

  /** Runs pushed by the server. */
  receive(runs: readonly Run[]): void { this.take(this.replica.receive(runs)); }

  counters(counters: Counters): void { this.options.store.set({ counters: { ...this.options.store.get().counters, ...counters } }); }

  me(me: Me): void {
    const now = this.options.store.get().me;
    if (now === null || now.seatId !== me.seatId || now.seq <= me.seq) this.options.store.set({ me });
  }

  /** The server says where the log stands; what is missing is fetched if it does not arrive by itself. */
  head(seq: number): void { if (seq > this.seq) this.watchHole(); }

  /** What was missed, over HTTP: after a hole, and as the polling fallback. @throws NoAnswer, RefusedRequest */
  async resume(): Promise<void> {
    const { store, clock } = this.options;
    if (this.seq === 0 || this.isSnapshotDue) await this.takeSnapshot([{ slice: 'core', at: 0, url: sliceUrl(store.get().space, 'core', 0) }]);
    const askedAt = Date.now();
    const reply = await fetchEntries(store.get().space, this.seq);
    clock.observe(reply.now, askedAt, Date.now());
    if (this.isFork(reply)) return;
    this.receive(reply.runs);
    store.set({ offsetMs: clock.offsetMs(), ...(reply.me === undefined ? {} : { me: reply.me }) });
    if (reply.counters !== undefined) this.counters(reply.counters);
    if (this.seq < reply.head.seq && reply.runs.length === 0) await this.takeSnapshot([{ slice: 'core', at: reply.head.seq, url: sliceUrl(store.get().space, 'core', reply.head.seq) }]);
  }

  /** Holds a panel's slice from now on; slices that are held move with the log. */
  async hold(panelId: string): Promise<void> {
    this.panels.add(panelId);
    if (this.seq === 0 || this.replica.state.snapshot.panels[panelId] !== undefined || this.loaders.has(panelId)) return;
    await this.loadPanel(panelId);
  }

  private isFork({ epoch, head }: EntriesReply): boolean {
    const mine = this.replica.state;
    const isOther = mine.epoch !== 0 && (epoch !== mine.epoch || head.seq < mine.seq || (head.seq === mine.seq && head.hash !== mine.hash));
    if (isOther) this.options.onRefused({ ok: false, code: 'request.stale', diverged: { epoch, seq: head.seq, hash: head.hash } });
    return isOther;
  }

  private async takeSnapshot(refs: readonly SliceRef[], epoch?: number): Promise<void> {
    const core = refs.find((ref) => ref.slice === 'core');
    if (core === undefined) return;
    const reply = await fetchSlice<Snapshot['core']>(core.url);
    this.isSnapshotDue = false;
    this.loaders.clear();
    this.take(this.replica.reset({ space: this.replica.state.space, epoch: epoch ?? reply.epoch, seq: reply.at, hash: reply.hash, snapshot: { core: reply.data, panels: {} } }));
    await Promise.all([...this.panels].map((panelId) => this.loadPanel(panelId)));
  }

  private async loadPanel(panelId: string): Promise<void> {
    for (let attempt = 0; attempt < PANEL_TRIES; attempt += 1) {
      const { seq, snapshot } = this.replica.state;
      const loader = new PanelLoader(panelId, seq, snapshot.core);
      this.loaders.set(panelId, loader);
      const reply = await fetchSlice<PanelSlice>(sliceUrl(this.replica.state.space, `panel-${panelId}`, seq)).catch((error: unknown) => { this.loaders.delete(panelId); throw error; });
      if (this.loaders.get(panelId) !== loader) return; // a newer snapshot took over
      if (reply.at > this.seq) await this.resume();
      const slice = reply.at > this.seq ? null : loader.bring(reply.data, reply.at);
      this.loaders.delete(panelId);
      if (slice !== null && this.replica.addPanel(panelId, slice, this.seq)) { this.publish(); return; }
    }
  }

  private take({ applied, isWaiting, needsSnapshot }: Received): void {
    for (const loader of this.loaders.values()) loader.noteApplied(applied);
    this.publish();
    if (applied.length > 0) this.options.onApplied(applied);
    if (needsSnapshot) this.isSnapshotDue = true;
    if (isWaiting || needsSnapshot) this.watchHole();
    else { clearTimeout(this.hole); this.hole = undefined; }
  }

  private watchHole(): void {
    this.hole ??= setTimeout(() => {
      this.hole = undefined;
      this.resume().catch(() => this.watchHole());
    }, HOLE_MS);
  }

  private publish(): void {
    const { seq, snapshot } = this.replica.state;
    if (seq === 0) return;
    this.options.store.set({ seq, core: snapshot.core, panels: snapshot.panels });
  }
}
