import { PROTOCOL, SOCKET, type Counters, type Entry, type JoinAs, type JoinRefused, type JoinReply, type JoinRequest, type Me, type Run, type Snapshot } from '@tegerek/contracts/wire';
import { applyEntry, Replica, type Received } from '@tegerek/replica';
import type { ServerClock } from './clock.js';
import type { Link } from './link.js';
import type { LiveStore } from './state.js';
import { fetchJoin, fetchSlices } from './wire.js';

const HOLE_MS = 500;

export interface SyncOptions {
  store: LiveStore;
  link: Link;
  clock: ServerClock;
  as: JoinAs;
  onApplied: (entries: readonly Entry[]) => void;
  onRefused: (refusal: JoinRefused) => void;
}

type Answer = JoinReply | JoinRefused;
/** A question on its way, and when it left by this device's clock. */
type Ask = (request: JoinRequest) => { askedAt: number; answer: Promise<Answer> };

const now = (answer: Promise<Answer>) => ({ askedAt: Date.now(), answer });

/** Keeps the replica of one space at the head of the log: join, resume, holes, slices (docs/protocol.md LIVE). */
export class Sync {
  private readonly replica: Replica;
  private rights: string | undefined;
  private hole: ReturnType<typeof setTimeout> | undefined;
  private readonly panels = new Set<string>();
  /** Entries applied since slices were asked for: replayed on what arrives. */
  private travelling: Entry[] | null = null;
  private joining: { by: 'socket' | 'http'; done: Promise<void> } | undefined;
  private loading: Promise<void> | undefined;
  private isSnapshotDue = true;
  private greetedWith: { request: JoinRequest; askedAt: number } | undefined;
  private isOver = false;

  constructor(private readonly options: SyncOptions) { this.replica = new Replica(options.store.get().space); }

  get seq(): number { return this.replica.state.seq; }

  start(): void { this.isOver = false; }

  stop(): void {
    this.isOver = true;
    clearTimeout(this.hole);
    this.hole = undefined;
  }

  /** Into the room, then what was missed. One at a time. @throws NoAnswer */
  join(): Promise<void> { return this.once('socket', (request) => this.greeted(request) ?? now(this.options.link.request<Answer>(SOCKET.join, request))); }

  /** What a socket asks while it connects (docs/protocol.md LIVE-4); `join` takes the answer. */
  greeting(): JoinRequest {
    this.greetedWith = { request: this.request(), askedAt: Date.now() };
    return this.greetedWith.request;
  }

  /** The greeting's answer, unless a snapshot has come by HTTP or become due since it was asked for. */
  private greeted(request: JoinRequest): ReturnType<Ask> | null {
    const answer = this.options.link.greeted<Answer>();
    if (answer === null || this.greetedWith === undefined) return null;
    const { askedAt, request: { lastSeq } } = this.greetedWith;
    if ((lastSeq === undefined) === (request.lastSeq === undefined)) return { askedAt, answer };
    answer.catch(() => undefined);
    return null;
  }

  /** What was missed, over HTTP: after a hole, and as the polling fallback. @throws NoAnswer */
  resume(): Promise<void> { return this.once('http', (request) => now(fetchJoin(request))); }

  /** The next join asks for a whole snapshot (rights changed, something was erased). */
  forgetPlace(): void { this.isSnapshotDue = true; }

  /** Runs pushed by the server. */
  receive(runs: readonly Run[]): void { this.take(this.replica.receive(runs)); }

  counters(counters: Counters): void {
    const { store } = this.options;
    const now = store.get().counters;
    const newer = Object.entries(counters).filter(([object, counter]) => counter.version > (now[object]?.version ?? -1));
    if (newer.length > 0) store.set({ counters: { ...now, ...Object.fromEntries(newer) } });
  }

  me(me: Me): void {
    const { store } = this.options;
    if ((store.get().me?.seq ?? 0) <= me.seq) store.set({ me });
  }

  /** The server says where the log stands; what is missing is fetched if it does not arrive by itself. */
  head(seq: number): void { if (seq > this.seq) this.watchHole(); }

  /** Holds a panel's slice from now on; slices that are held move with the log. @throws NoAnswer, RefusedRequest */
  async hold(panelId: string): Promise<void> {
    if (this.panels.has(panelId) && (this.loading !== undefined || this.replica.state.snapshot.panels[panelId] !== undefined)) return this.loading;
    this.panels.add(panelId);
    if (this.seq === 0) return undefined; // comes with the first snapshot
    await this.loading;
    return this.replica.state.snapshot.panels[panelId] === undefined ? this.load(this.seq) : undefined;
  }

  /** One at a time; a join by socket waits for a resume by HTTP, as only the join brings into the room. */
  private once(by: 'socket' | 'http', ask: Ask): Promise<void> {
    const running = this.joining;
    if (running?.by === by) return running.done;
    const done = (async () => {
      await running?.done.catch(() => undefined);
      await this.joinBy(ask);
    })().finally(() => { if (this.joining?.done === done) this.joining = undefined; });
    this.joining = { by, done };
    return done;
  }

  private request(): JoinRequest {
    const { space, epoch, seq, hash } = this.replica.state;
    const place = this.isSnapshotDue || seq === 0 ? {} : { epoch, lastSeq: seq, lastHash: hash, ...(this.rights === undefined ? {} : { rights: this.rights }) };
    return { space, as: this.options.as, protocol: PROTOCOL, panels: [...this.panels], ...place };
  }

  private async joinBy(ask: Ask): Promise<void> {
    const { store, clock, onRefused } = this.options;
    const { askedAt, answer } = ask(this.request());
    const reply = await answer;
    if (this.isOver) return;
    if (!reply.ok) { onRefused(reply); return; }
    // whoever comes with a seat and is shown the public's view has lost their session
    if (reply.audience === 'public' && store.get().actor !== null) { onRefused({ ok: false, code: 'session.missing' }); return; }
    clock.observe(reply.now, askedAt, Date.now());
    this.rights = reply.rights;
    if (reply.slices !== undefined) {
      this.isSnapshotDue = true;
      await this.load(reply.head.seq);
    }
    this.receive(reply.runs ?? []);
    store.set({ audience: reply.audience, counters: { ...store.get().counters, ...reply.counters }, offsetMs: clock.offsetMs() });
    if (reply.me !== undefined) this.me(reply.me);
  }

  /** Core and the held panels at one `seq` of at least `at`; what was applied while they travelled is replayed on them. */
  private load(at: number): Promise<void> {
    this.loading = this.loadNow(at).finally(() => { this.loading = undefined; this.travelling = null; });
    return this.loading;
  }

  private async loadNow(at: number): Promise<void> {
    this.travelling = [];
    const { asked, epoch, seq, hash, rights, snapshot, counters } = await this.fetchHeld(at);
    if (this.isOver) return;
    this.counters(counters);
    this.rights = rights;
    const mine = this.replica.state;
    if (this.isSnapshotDue || seq >= mine.seq || epoch !== mine.epoch) {
      this.isSnapshotDue = false;
      this.take(this.replica.reset({ space: mine.space, epoch, seq, hash, snapshot }));
      return;
    }
    const now = this.travelling.filter((entry) => entry.seq > seq).reduce(applyEntry, snapshot);
    for (const panelId of asked) {
      const slice: Snapshot['panels'][string] | undefined = now.panels[panelId];
      if (slice !== undefined && mine.snapshot.panels[panelId] === undefined) this.replica.addPanel(panelId, slice, mine.seq);
    }
    this.publish();
  }

  /** What is held by now: a panel that a screen began to show while the slices travelled must not vanish from it when they come. */
  private async fetchHeld(at: number): Promise<Awaited<ReturnType<typeof fetchSlices>> & { asked: string[] }> {
    for (;;) {
      const asked = [...this.panels];
      const slices = await fetchSlices({ ...this.request(), panels: asked }, at);
      if (this.isOver || this.panels.size === asked.length) return { ...slices, asked };
    }
  }

  private take({ applied, isWaiting, needsSnapshot }: Received): void {
    this.travelling?.push(...applied);
    this.publish();
    if (applied.length > 0) this.options.onApplied(applied);
    if (needsSnapshot) this.isSnapshotDue = true;
    if (isWaiting || needsSnapshot) this.watchHole();
    else { clearTimeout(this.hole); this.hole = undefined; }
  }

  private watchHole(): void {
    if (this.isOver) return;
    this.hole ??= setTimeout(() => {
      this.hole = undefined;
      this.resume().catch(() => this.watchHole());
    }, HOLE_MS);
  }

  private publish(): void {
    const { seq, snapshot } = this.replica.state;
    if (seq > 0) this.options.store.set({ seq, core: snapshot.core, panels: snapshot.panels });
  }
}
