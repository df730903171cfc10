import { SOCKET, type CommandName, type Counters, type Editing, type Entry, type Envelope, type JoinAs, type JoinRefused, type Me, type Payload, type Reply, type Run } from '@tegerek/contracts/wire';
import { backoffMs } from './backoff.js';
import { ServerClock } from './clock.js';
import { Directory } from './directory.js';
import { exchange, NoAnswer, PortalAnswer, postJson, RefusedRequest } from './http.js';
import { Link, type OpenSocket } from './link.js';
import { openStorage } from './outbox/idb-storage.js';
import { Outbox } from './outbox/outbox.js';
import type { OutboxStorage, PressName, StoredCommand, StoredPress } from './outbox/storage.js';
import { LiveStore } from './state.js';
import { Sync } from './sync.js';
import { ViewKeeper } from './view-keeper.js';

export interface OpenSpaceOptions {
  space: string;
  as: JoinAs;
  /** Seat or account id; null for who cannot write (screen, public). */
  actor: string | null;
  /** A newer protocol is spoken: by default the page reloads. */
  onReload?: () => void;
  /** For tests. */
  openSocket?: OpenSocket;
  storage?: () => Promise<OutboxStorage>;
}

export interface Sent {
  id: string;
  /** The server's word, however late; never rejects. */
  settled: Promise<StoredCommand>;
}

/** Beyond this a socket frame is refused; HTTP takes more. Bytes. */
const FRAME_BYTES = 30_000;
/** If the socket is not up by then, the first snapshot comes by HTTP. */
const FIRST_MS = 1_500;

/** One open space: store, socket, polling fallback and outbox. */
export class LiveSpace {
  readonly store: LiveStore;
  readonly directory: Directory;
  private readonly clock = new ServerClock();
  private readonly link: Link;
  private readonly sync: Sync;
  /** A phone alone: what runs a hall never acts on a view of yesterday. */
  private readonly views: ViewKeeper | undefined;
  private outbox: Promise<Outbox> | undefined;
  private poll: ReturnType<typeof setTimeout> | undefined;
  private rejoin: ReturnType<typeof setTimeout> | undefined;
  private first: ReturnType<typeof setTimeout> | undefined;
  private isBlocked = false;
  private isOver = false;
  private failures = 0;

  constructor(private readonly options: OpenSpaceOptions) {
    this.store = new LiveStore(options.space, options.actor);
    this.directory = new Directory(this.store);
    this.link = new Link({
      greeting: () => ({ join: this.sync.greeting() }),
      onUp: () => { void this.joined(); },
      onDown: () => this.markLost(),
      onBlocked: () => this.startPolling(),
      onMessage: (name, payload) => this.message(name, payload),
    }, options.openSocket);
    this.views = options.as === 'seat' ? new ViewKeeper(this.store) : undefined;
    this.sync = new Sync({
      store: this.store, link: this.link, clock: this.clock, as: options.as,
      onApplied: (entries) => this.noteApplied(entries), onRefused: (refusal) => this.refused(refusal),
    });
  }

  start(): void {
    this.isOver = false;
    this.sync.start();
    this.views?.start();
    if (this.options.actor !== null) this.outbox ??= this.openOutbox(this.options.actor);
    void this.link.start();
    this.first = setTimeout(() => { if (this.sync.seq === 0 && !this.link.isUp) this.sync.resume().catch(() => undefined); }, FIRST_MS);
    for (const [target, name] of WAKERS) target().addEventListener(name, this.seen);
  }

  stop(): void {
    this.isOver = true;
    for (const [target, name] of WAKERS) target().removeEventListener(name, this.seen);
    clearTimeout(this.poll);
    clearTimeout(this.rejoin);
    clearTimeout(this.first);
    this.link.stop();
    this.sync.stop();
    this.views?.stop();
    this.directory.stop();
    void this.outbox?.then((outbox) => outbox.stop());
    this.outbox = undefined;
  }

  async send<N extends CommandName>(name: N, payload: Payload<N>, expect?: { rev: number }): Promise<Sent> {
    return (await this.mustWrite()).send(name, payload, expect);
  }

  async press(name: PressName, object: string, choice: unknown): Promise<StoredPress> {
    return (await this.mustWrite()).press(name, object, choice, this.store.get().me?.presses[object]?.rev ?? 0);
  }

  async discard(id: string): Promise<boolean> { return (await this.mustWrite()).discard(id); }

  /** Tells the others where my cursor stands (`null`: nowhere); lost without a socket, and nobody waits for it. */
  edits(at: Omit<Editing, 'seatId'> | null): void { this.link.request(SOCKET.editing, { space: this.options.space, at }).catch(() => undefined); }

  holdPanel(panelId: string): void { this.sync.hold(panelId).catch(() => this.joinLater()); }

  /** SHA-256 of the canonical snapshot: equal to the server's fold for the same audience, panels and `seq`. */
  async stateHash(): Promise<{ seq: number; hash: string; panels: string[] }> {
    const { stateHash } = await import('./state-hash.js');
    const { seq, core, panels } = this.store.get();
    return { seq, hash: core === null ? '' : stateHash({ core, panels }), panels: Object.keys(panels).sort() };
  }

  /** The page is seen again or the network is back: at once, no backoff. */
  private readonly seen = (): void => {
    if (document.visibilityState === 'hidden') return;
    if (this.link.isUp) void this.joined();
    else this.link.hurry();
  };

  private async joined(): Promise<void> {
    // the server tells a list that is not empty before it answers
    this.forgetEditing();
    try {
      await this.sync.join();
    } catch (error) {
      if (error instanceof RefusedRequest) { this.closed(error.code); return; }
      if (error instanceof NoAnswer && this.link.isUp && error.message !== 'no socket') this.link.renew();
      this.joinLater();
      return;
    }
    if (this.isOver || !this.link.isUp || this.isFinal()) return;
    this.failures = 0;
    this.isBlocked = false;
    clearTimeout(this.poll);
    this.store.connect({ status: 'live', lostAt: null, isPortal: false, refusal: null });
    (await this.outbox)?.wake();
  }

  private joinLater(): void {
    clearTimeout(this.rejoin);
    this.rejoin = setTimeout(() => { if (this.link.isUp) void this.joined(); }, backoffMs(this.failures));
    this.failures += 1;
  }

  private message(name: string, payload: unknown): void {
    const message = payload as { space?: string; runs?: Run[]; counters?: Counters; me?: Me; editing?: Editing[]; seq?: number; head?: { seq: number } };
    if (name === SOCKET.protocol) { this.reload(); return; }
    if (message.space !== undefined && message.space !== this.options.space) return;
    if (name === SOCKET.runs) this.sync.receive(message.runs ?? []);
    else if (name === SOCKET.counters) this.sync.counters(message.counters ?? {});
    else if (name === SOCKET.me && message.me !== undefined) this.sync.me(message.me);
    else if (name === SOCKET.editing) this.store.set({ editing: message.editing ?? [] });
    else if (name === SOCKET.head) this.sync.head(message.head?.seq ?? message.seq ?? 0);
    else if (name === SOCKET.kicked) { this.sync.forgetPlace(); void this.joined(); }
  }

  private noteApplied(entries: readonly Entry[]): void {
    const changed = entries.flatMap((entry) => entry.events)
      .filter((event) => event.type === 'person.erased' || event.type === 'seat.revoked' || event.type === 'consent.set')
      .map((event) => (event.data as { seatId?: string } | null)?.seatId).filter((seat) => seat !== undefined);
    if (changed.length > 0) this.directory.forget(changed);
  }

  private refused(refusal: JoinRefused): void {
    if (refusal.diverged !== undefined) {
      this.store.connect({ status: 'diverged', diverged: refusal.diverged });
      return;
    }
    if (refusal.code === 'request.protocol') { this.reload(); return; }
    this.closed(refusal.code);
  }

  private closed(code: JoinRefused['code']): void {
    this.views?.forget();
    this.link.stop();
    clearTimeout(this.poll);
    this.store.connect({ status: 'closed', refusal: { code } });
  }

  private reload(): void { (this.options.onReload ?? reloadPage)(); }

  private isFinal(): boolean {
    const { status } = this.store.get().connection;
    return status === 'diverged' || status === 'closed';
  }

  private forgetEditing(): void {
    if (this.store.get().editing.length > 0) this.store.set({ editing: [] });
  }

  private markLost(): void {
    this.forgetEditing();
    const { connection } = this.store.get();
    if (this.isFinal() || connection.status === 'polling') return;
    this.store.connect({ status: this.store.get().seq === 0 ? 'connecting' : 'lost', lostAt: connection.lostAt ?? Date.now() });
  }

  private startPolling(): void {
    this.markLost();
    if (this.isBlocked || this.isOver) return;
    this.isBlocked = true;
    void this.pollOnce();
  }

  private async pollOnce(): Promise<void> {
    if (!this.isBlocked || this.isOver || this.isFinal()) return;
    try {
      await this.sync.resume();
      if (this.isBlocked && !this.isFinal()) this.store.connect({ status: 'polling', lostAt: null, isPortal: false });
      (await this.outbox)?.wake();
    } catch (error) {
      if (error instanceof RefusedRequest) { this.closed(error.code); return; }
      const { connection } = this.store.get();
      this.store.connect({ status: this.sync.seq === 0 ? 'connecting' : 'lost', lostAt: connection.lostAt ?? Date.now(), isPortal: error instanceof PortalAnswer });
    }
    this.poll = setTimeout(() => { void this.pollOnce(); }, 3_000 + Math.random() * 2_000);
  }

  private async openOutbox(actor: string): Promise<Outbox> {
    const storage = await (this.options.storage ?? openStorage)();
    this.store.connect({ isDurable: storage.isDurable });
    const outbox = new Outbox({
      space: this.options.space, actor, storage, carry: (envelope, lane) => this.carry(envelope, lane),
      onView: (pending) => this.store.set({ pending }),
      onSignedOut: () => this.closed('session.missing'),
      onReload: () => this.reload(),
    });
    await outbox.start();
    return outbox;
  }

  private mustWrite(): Promise<Outbox> {
    if (this.outbox === undefined) throw new Error('this space was opened for reading');
    return this.outbox;
  }

  private async carry(envelope: Envelope, lane: 'command' | 'press'): Promise<Reply> {
    const askedAt = Date.now();
    const reply = this.link.isUp && new Blob([JSON.stringify(envelope)]).size <= FRAME_BYTES ? await this.bySocket(envelope, lane) : await this.byHttp(envelope);
    if (typeof reply !== 'object' || reply === null || typeof (reply as Reply).ok !== 'boolean' || reply.id !== envelope.id) throw new NoAnswer('no reply to this command');
    this.clock.observe(reply.now, askedAt, Date.now());
    this.store.set({ offsetMs: this.clock.offsetMs() });
    return reply;
  }

  private async bySocket(envelope: Envelope, lane: 'command' | 'press'): Promise<Reply> {
    try {
      return await this.link.request<Reply>(SOCKET[lane], envelope);
    } catch (error) {
      this.link.renew();
      throw error;
    }
  }

  private async byHttp(envelope: Envelope): Promise<Reply> {
    if (!this.link.isUp && !this.isBlocked) throw new NoAnswer('no socket yet');
    const { status, body } = await exchange(`/api/commands/${envelope.name}`, postJson(envelope));
    if (status >= 500) throw new NoAnswer(`HTTP ${status}`);
    return body as Reply;
  }
}

const RELOAD_EVERY_MS = 30_000;

/** Not in a circle: a page that comes old from a cache is asked for again half a minute later. */
function reloadPage(): void {
  const key = 'tegerek.reloadedAt';
  try {
    if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < RELOAD_EVERY_MS) return;
    sessionStorage.setItem(key, String(Date.now()));
  } catch { /* no storage: reload at once */ }
  location.reload();
}

const WAKERS: readonly (readonly [() => EventTarget, string])[] = [[() => window, 'pageshow'], [() => window, 'online'], [() => document, 'visibilitychange']];
