import { SOCKET } from '@tegerek/contracts/wire';
import type { Socket } from 'socket.io-client';
import { backoffMs } from './backoff.js';
import { NoAnswer } from './http.js';

export interface LinkEvents {
  /** What is asked while connecting; the answer is `greeted`. */
  greeting: () => object;
  onUp: () => void;
  onDown: () => void;
  /** The socket failed twice within ten seconds: use HTTP until it is up. */
  onBlocked: () => void;
  onMessage: (name: string, payload: unknown) => void;
}

/** The part of a Socket.IO client that is used here. */
export type SocketLike = Pick<Socket, 'connected' | 'connect' | 'disconnect' | 'on' | 'onAny' | 'timeout' | 'sendBuffer'>;
export type OpenSocket = (greeting: () => object) => Promise<SocketLike>;

/** Two attempts that hang must fit into the ten seconds. */
const ATTEMPT_MS = 4_000;
const STRUGGLE_MS = 10_000;
const REQUEST_MS = 5_000;

/** WebSocket only, JSON, no recovery and no reconnection by the library: the log is what resumes. Loaded after the first paint. */
export const openSocket: OpenSocket = async (greeting) => {
  const { io } = await import('socket.io-client');
  return io({ transports: ['websocket'], reconnection: false, autoConnect: false, forceNew: true, timeout: ATTEMPT_MS, auth: (say) => say(greeting()) });
};

/** One socket that comes back by itself, with full jitter, or at once when the page is seen again or the network returns. */
export class Link {
  private socket: SocketLike | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private failures: number[] = [];
  private isWanted = false;
  /** What was asked while connecting waits for its answer. */
  private greeting: Promise<unknown> | null = null;
  private hear: (answer?: unknown) => void = () => undefined;

  constructor(private readonly events: LinkEvents, private readonly open: OpenSocket = openSocket) {}

  get isUp(): boolean { return this.socket?.connected === true; }

  async start(): Promise<void> {
    this.isWanted = true;
    try {
      this.socket ??= this.bind(await this.open(this.events.greeting));
    } catch {
      this.failed(); // the chunk could not be loaded
      return;
    }
    if (this.isWanted) this.socket.connect();
  }

  stop(): void {
    this.isWanted = false;
    clearTimeout(this.timer);
    this.socket?.disconnect();
  }

  /** Connect at once, whatever the backoff says. */
  hurry(): void {
    if (!this.isWanted || this.isUp) return;
    clearTimeout(this.timer);
    void this.start();
  }

  /** The socket says it is up but does not answer (phones kill sockets silently): cut it and begin anew. */
  renew(): void {
    this.socket?.disconnect();
    this.hurry();
  }

  /** @throws NoAnswer when the socket is down or the answer does not come in time */
  async request<T>(name: string, payload: unknown, timeoutMs = REQUEST_MS): Promise<T> {
    const { socket } = this;
    if (socket === undefined || !socket.connected) throw new NoAnswer('no socket');
    try {
      return await socket.timeout(timeoutMs).emitWithAck(name, payload) as T;
    } catch (error) {
      throw new NoAnswer(error instanceof Error ? error.message : String(error));
    }
  }

  /** The answer to what this socket asked while it connected, to who takes it first; `null`: taken. @throws NoAnswer */
  greeted<T>(): Promise<T> | null {
    const { greeting, hear } = this;
    this.greeting = null;
    if (greeting === null) return null;
    const limit = setTimeout(hear, REQUEST_MS);
    return greeting.then((answer) => {
      clearTimeout(limit);
      if (answer === undefined) throw new NoAnswer('no greeting');
      return answer as T;
    });
  }

  private bind(socket: SocketLike): SocketLike {
    socket.on('connect', () => {
      this.attempt = 0;
      this.failures = [];
      this.greeting = new Promise((resolve) => { this.hear = resolve; });
      this.events.onUp();
    });
    socket.on('disconnect', () => {
      this.hear();
      this.greeting = null;
      socket.sendBuffer.length = 0; // the outbox sends again, not the library
      this.events.onDown();
      this.failed();
    });
    socket.on('connect_error', () => this.failed());
    socket.on(SOCKET.joined, (answer: unknown) => this.hear(answer));
    socket.onAny((name: string, payload: unknown) => this.events.onMessage(name, payload));
    return socket;
  }

  private failed(): void {
    if (!this.isWanted) return;
    const now = Date.now();
    this.failures = [...this.failures.filter((at) => now - at < STRUGGLE_MS), now];
    if (this.failures.length >= 2) this.events.onBlocked();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { void this.start(); }, backoffMs(this.attempt));
    this.attempt += 1;
  }
}
