import { randomUUID } from 'node:crypto';
import { PROTOCOL, SOCKET, type CommandName, type Counters, type Editing, type Envelope, type JoinAs, type JoinRefused, type JoinReply, type JoinRequest, type Me, type PayloadInput, type Reply, type Run } from '@tegerek/contracts';
import { Replica, stateHash, type ReplicaState } from '@tegerek/replica';
import { io, type Socket } from 'socket.io-client';

export interface GiveOptions {
  id?: string;
  expect?: { rev: number };
  over?: 'socket' | 'http';
}

const HOLE_MS = 500;
const ANSWER_MS = 15_000;
/** Nobody waits longer for a half-open connection; long exports on a busy machine take less. */
const REQUEST_MS = 60_000;

/** A person's device without a browser: one cookie, HTTP and a socket, one replica of one space. The same packages as the phone's. */
export class LiveClient {
  #cookie: string | undefined;
  #socket: Socket | null = null;
  #space = '';
  #as: JoinAs = 'seat';
  #panels: string[] = [];
  #rights: string | undefined;
  /** Whether the socket was up before: then it asks to join while it connects again. */
  #wasUp = false;
  #replica: Replica;
  #hole: NodeJS.Timeout | null = null;
  readonly counters: Counters = {};
  /** Whose cursor stands where, as last told. */
  editing: Editing[] = [];
  me: Me | undefined;
  /** Set when the server said that another hash stands at this client's place. */
  diverged: JoinRefused['diverged'];
  /** How often a whole snapshot was fetched. */
  snapshots = 0;

  constructor(readonly baseUrl: string) {
    this.#replica = new Replica('');
  }

  get state(): ReplicaState {
    return this.#replica.state;
  }

  get hash(): string {
    return stateHash(this.state.snapshot);
  }

  get cookie(): string | undefined {
    return this.#cookie;
  }

  async request(method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown; headers: Headers }> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method, headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(this.#cookie ? { Cookie: this.#cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }), signal: AbortSignal.timeout(REQUEST_MS),
    });
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).find((pair) => pair?.includes('='));
    if (cookie) this.#cookie = cookie;
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : text, headers: response.headers };
  }

  /** @throws Error when the code is refused */
  async signIn(dialogueId: string, authKey: string): Promise<void> {
    const { status, body } = await this.request('POST', '/api/session/code', { dialogueId, authKey });
    if (status !== 200) throw new Error(`sign-in refused: ${JSON.stringify(body)}`);
  }

  /** Opens the socket and joins a space; resolves when the replica is at the head. */
  async join(space: string, as: JoinAs = 'seat', panels: string[] = []): Promise<void> {
    [this.#space, this.#as, this.#panels] = [space, as, panels];
    if (this.#replica.state.space !== space) this.#replica = new Replica(space);
    this.#socket ??= this.#connect();
    await this.resume();
  }

  #connect(): Socket {
    const socket = io(this.baseUrl, { transports: ['websocket'], forceNew: true, extraHeaders: this.#cookie ? { Cookie: this.#cookie } : {}, reconnectionDelay: 50, reconnectionDelayMax: 500, auth: (say) => say(this.#wasUp ? { join: this.#request() } : {}) });
    socket.on('connect', () => { this.#wasUp = true; });
    socket.on(SOCKET.runs, ({ space, runs }: { space: string; runs: Run[] }) => { if (space === this.#space) this.#receive(runs); });
    socket.on(SOCKET.counters, ({ counters }: { counters: Counters }) => Object.assign(this.counters, counters));
    socket.on(SOCKET.me, ({ me }: { me: Me }) => { this.me = me; });
    socket.on(SOCKET.editing, ({ space, editing }: { space: string; editing: Editing[] }) => { if (space === this.#space) this.editing = editing; });
    socket.on(SOCKET.kicked, ({ reason }: { reason: string }) => { if (reason === 'rights') void this.resume().catch(() => undefined); });
    socket.on(SOCKET.joined, (reply: JoinReply | JoinRefused) => { void this.#joined(reply).catch(() => undefined); });
    return socket;
  }

  /** Joins anew from where this replica stands. */
  async resume(): Promise<void> {
    await this.#joined((await this.#ask(SOCKET.join, this.#request())) as JoinReply | JoinRefused);
  }

  #request(): JoinRequest {
    const { seq, hash, epoch } = this.state;
    this.editing = [];
    const place = seq > 0 && this.#rights ? { lastSeq: seq, lastHash: hash, epoch, rights: this.#rights } : {};
    return { space: this.#space, as: this.#as, protocol: PROTOCOL, panels: this.#panels, ...place };
  }

  async #joined(reply: JoinReply | JoinRefused): Promise<void> {
    if (!reply.ok) {
      this.diverged = reply.diverged;
      throw new Error(`join refused: ${reply.code}`);
    }
    this.#rights = reply.rights;
    Object.assign(this.counters, reply.counters);
    if (reply.me) this.me = reply.me;
    if (reply.runs) this.#receive(reply.runs);
    else await this.#fetchSnapshot(reply.slices?.[0]?.url ?? '');
  }

  async #fetchSnapshot(url: string): Promise<void> {
    const { status, body } = await this.request('GET', this.#as === 'screen' || this.#as === 'public' ? `${url}&as=${this.#as}` : url);
    if (status !== 200) throw new Error(`slices refused: ${JSON.stringify(body)}`);
    const { space, epoch, seq, hash, snapshot } = body as ReplicaState;
    this.snapshots++;
    this.#replica.reset({ space, epoch, seq, hash, snapshot });
  }

  #receive(runs: readonly Run[]): void {
    const { isWaiting, needsSnapshot } = this.#replica.receive(runs);
    if (needsSnapshot) this.#rights = undefined;
    if ((isWaiting || needsSnapshot) && !this.#hole) this.#hole = setTimeout(() => { this.#hole = null; void this.resume().catch(() => undefined); }, needsSnapshot ? 0 : HOLE_MS);
    if (!isWaiting && !needsSnapshot && this.#hole) {
      clearTimeout(this.#hole);
      this.#hole = null;
    }
  }

  async #ask(event: string, input: unknown): Promise<unknown> {
    if (!this.#socket) throw new Error('not joined');
    return this.#socket.timeout(ANSWER_MS).emitWithAck(event, input) as Promise<unknown>;
  }

  /** Gives a command; over HTTP unless the socket is open or `over` says so. */
  async give<N extends CommandName>(name: N, payload: PayloadInput<N>, options: GiveOptions & { space?: string } = {}): Promise<Reply> {
    const envelope = { id: options.id ?? randomUUID(), name, space: options.space ?? this.#space, payload, ...(options.expect ? { expect: options.expect } : {}) } as unknown as Envelope;
    return this.send(envelope, options.over ?? (this.#socket?.connected ? 'socket' : 'http'));
  }

  /** Sends an envelope as it is, well-formed or not. */
  async send(envelope: unknown, over: 'socket' | 'http'): Promise<Reply> {
    if (over === 'socket') return (await this.#ask(SOCKET.command, envelope)) as Reply;
    const { name } = envelope as { name: string };
    return (await this.request('POST', `/api/commands/${encodeURIComponent(name)}`, envelope)).body as Reply;
  }

  /** Says where the cursor stands; `null`: nowhere. */
  async edit(at: Omit<Editing, 'seatId'> | null): Promise<void> {
    await this.#ask(SOCKET.editing, { space: this.#space, at });
  }

  /** Waits until the condition holds on this client's state. @throws Error after `ms` */
  async until(condition: () => boolean, what: string, ms = 15_000): Promise<void> {
    const end = Date.now() + ms;
    while (!condition()) {
      if (Date.now() > end) throw new Error(`not reached: ${what}`);
      await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
  }

  /** Waits until this replica has applied entry `seq`. */
  reach(seq: number): Promise<void> {
    return this.until(() => this.state.seq >= seq, `seq ${seq}, stands at ${this.state.seq}`);
  }

  /** Drops the connection without a goodbye; Socket.IO connects again by itself. */
  cut(): void {
    this.#socket?.io.engine?.close();
  }

  close(): void {
    if (this.#hole) clearTimeout(this.#hole);
    this.#socket?.disconnect();
    this.#socket = null;
  }
}
