import { Inject } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { PROTOCOL, SOCKET, type JoinRequest, type Reply } from '@tegerek/contracts';
import type { Logger } from 'pino';
import type { Server, Socket } from 'socket.io';
import type { Actor } from '../../platform/commands/actor.js';
import { CommandBus } from '../../platform/commands/command-bus.js';
import { Rate } from '../../platform/commands/rate.js';
import { LOGGER } from '../../platform/errors/logger.js';
import { EditingBoard } from '../../platform/editing/editing-board.js';
import { Bell } from '../../platform/log/bell.js';
import type { RawEntry } from '../../platform/log/log.store.js';
import { cookieOf, SCREEN_COOKIE, SESSION_COOKIE } from '../../platform/sessions/cookies.js';
import { tokenHash } from '../../platform/sessions/secrets.js';
import { ScreenSessions } from '../../platform/sessions/screen-sessions.js';
import { Sessions } from '../../platform/sessions/sessions.js';
import { audienceOf } from '../../platform/slices/audience.js';
import { Folds } from '../../platform/slices/folds.js';
import { editingMessage, mayBeShown } from './editing.js';
import { FanOut, seatRoom, type Membership } from './fan-out.js';
import { Joiner, joinRequest } from './joiner.js';
import { closeWithoutStanding } from './standing.js';
import { OneFrameAdapter } from './one-frame-adapter.js';
import { hear, joinText, tell, type Answer } from './ready-answers.js';

const STRAY_AT_MOST = 20;
const CATCH_UP_MS = 1_000;
const STANDING_MS = 60_000;
const EDITING_RATE = { perMinute: 120, burst: 20 };

interface SocketData {
  actors: Map<string, Actor>;
  members: Map<string, Membership>;
  stray: number;
  isBehind?: boolean;
}

const dataOf = (socket: Socket): SocketData => socket.data as SocketData;

/** Transport only: finds the actor, asks the bus or the joiner, answers. WebSocket, JSON, no deflate, no recovery. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<Server>, OnGatewayConnection<Socket> {
  #server: Server | null = null;
  readonly #editingRate = new Rate();

  constructor(
    private readonly bus: CommandBus, private readonly sessions: Sessions, private readonly screens: ScreenSessions, private readonly joiner: Joiner, private readonly fanOut: FanOut, private readonly folds: Folds,
    private readonly bell: Bell, private readonly editing: EditingBoard, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  afterInit(server: Server): void {
    this.#server = server;
    server.adapter(OneFrameAdapter);
    this.fanOut.start(server);
    this.folds.onEntries((space, entries) => this.#followRights(space, entries));
    this.folds.onGone((space) => this.#closeAll(space));
    this.bell.onSession((hash) => this.#signedOut(hash));
    setInterval(() => this.#catchUpSlow(), CATCH_UP_MS).unref();
    // when it cannot be read now, the next look does
    setInterval(() => void this.checkStanding().catch(() => undefined), STANDING_MS).unref();
  }

  /** Handlers are bound here: Nest's per-message pipeline costs 2.5 times the CPU. Nothing in here may throw (it would end the process). */
  handleConnection(socket: Socket): void {
    socket.data = { actors: new Map(), members: new Map(), stray: 0 } satisfies SocketData;
    hear(socket, (event, input, answer) => this.#heard(socket, event, input, answer));
    socket.on('disconnect', () => this.#cursorsLeave(socket));
    const asked: unknown = socket.handshake.auth['join'];
    if (asked !== undefined) this.#answer(SOCKET.join, this.#join(socket, asked), (reply) => tell(socket, SOCKET.joined, reply));
  }

  #heard(socket: Socket, event: string, input: unknown, answer: Answer): void {
    if (!socket.connected) return;
    const responding = this.#respond(socket, event, input);
    if (!responding) {
      if (++dataOf(socket).stray > STRAY_AT_MOST) socket.disconnect(true);
      return;
    }
    this.#answer(event, responding, answer);
  }

  #answer(event: string, responding: Promise<unknown>, answer: Answer): void {
    responding.then(answer, (error: unknown) => {
      this.logger.error({ event, error: error instanceof Error ? error.message : '' }, 'socket event failed');
      answer({ ok: false, id: '', code: 'server.busy', now: Date.now(), retryAfterMs: 1_000 });
    });
  }

  /** `null`: no event of the protocol. */
  #respond(socket: Socket, event: string, input: unknown): Promise<unknown> | null {
    switch (event) {
      case SOCKET.command:
      case SOCKET.press: return this.#execute(socket, input);
      case SOCKET.join: return this.#join(socket, input);
      case SOCKET.editing: return this.#edits(socket, input);
      case SOCKET.leave: return Promise.resolve(this.#leave(socket, typeof input === 'string' ? input : ''));
      default: return null;
    }
  }

  /** The session's actor in a space is kept while the socket is joined; rights are read in each command's own transaction. */
  #execute(socket: Socket, input: unknown): Promise<Reply> {
    const given = typeof input === 'object' && input !== null ? (input as { space?: unknown }).space : undefined;
    const space = typeof given === 'string' ? given : '';
    const actor = dataOf(socket).actors.get(space);
    return actor ? this.bus.execute(actor, input) : this.#resolve(socket, space).then((resolved) => this.bus.execute(resolved, input));
  }

  #resolve(socket: Socket, space: string, asScreen = false): Promise<Actor> {
    const { cookie } = socket.handshake.headers;
    return asScreen ? this.screens.resolveScreen(cookieOf(cookie, SCREEN_COOKIE), space) : this.sessions.resolveActor(cookieOf(cookie, SESSION_COOKIE), space);
  }

  async #join(socket: Socket, input: unknown): Promise<unknown> {
    const request = joinRequest.safeParse(input);
    if (!request.success) return { ok: false, code: 'request.invalid', path: request.error.issues[0]?.path.join('.') ?? '' };
    const { space, as } = request.data;
    let hasEntered = false;
    const reply = await this.joiner.join(this.#resolve(socket, space, as === 'screen'), request.data as JoinRequest, (key, actor) => {
      hasEntered = true;
      this.#leave(socket, space);
      const membership: Membership = { key, seatId: actor.kind === 'seat' ? actor.seatId : null };
      dataOf(socket).actors.set(space, actor);
      dataOf(socket).members.set(space, membership);
      this.fanOut.enter(socket, space, membership);
      // who joins knows of nobody: an empty list would be a frame more for each of thousands who come back at once
      const editing = membership.key === 'public' ? [] : this.editing.list(space);
      if (editing.length > 0) socket.emit(SOCKET.editing, { space, editing });
    });
    if (!hasEntered) this.#leave(socket, space);
    return reply.ok ? joinText(reply) : reply;
  }

  /** Where the cursor stands: not a command, nothing is stored, and nobody is told why it was not shown. */
  async #edits(socket: Socket, input: unknown): Promise<{ ok: true }> {
    const message = editingMessage.safeParse(input);
    const seatId = message.success ? dataOf(socket).members.get(message.data.space)?.seatId : undefined;
    if (!message.success || !seatId || this.#editingRate.take(seatId, EDITING_RATE, performance.now()) > 0) return { ok: true };
    const { space, at } = message.data;
    const isShown = at === null || mayBeShown((await this.folds.at(space, 'facilitators')).snapshot, seatId, at.proposalId);
    if (isShown) this.editing.set(space, seatId, at);
    return { ok: true };
  }

  #cursorsLeave(socket: Socket): void {
    for (const [space, { seatId }] of dataOf(socket).members) if (seatId) this.editing.set(space, seatId, null);
  }

  #leave(socket: Socket, space: string): { ok: true } {
    const membership = dataOf(socket).members.get(space);
    if (membership) this.fanOut.leave(socket, space, membership);
    dataOf(socket).members.delete(space);
    dataOf(socket).actors.delete(space);
    return { ok: true };
  }

  /** Rights changed: sockets whose view is another now leave at once and must join anew; a revoked or re-issued seat's sockets are closed. */
  #followRights(space: string, entries: readonly RawEntry[]): void {
    const types = new Set(entries.flatMap((entry) => entry.events.map((event) => event.type)));
    for (const event of entries.flatMap((entry) => entry.events)) {
      if (event.type === 'seat.revoked' || event.type === 'seat.reissued') {
        const room = seatRoom(space, (event.data as { seatId: string } | null)?.seatId ?? '');
        this.#server?.to(room).emit(SOCKET.kicked, { space, reason: event.type });
        this.#server?.in(room).disconnectSockets(true);
      }
    }
    if (types.has('panel.set') || types.has('seat.roles-set') || types.has('person.erased')) void this.#recheck(space, types.has('person.erased'));
  }

  /** Once a minute for all sockets together. @returns how many had to be closed */
  async checkStanding(): Promise<number> {
    return this.#server ? closeWithoutStanding(this.#server, (socket, space, isScreen) => this.#resolve(socket, space, isScreen)) : 0;
  }

  /** A socket keeps its actor while it is joined: one that outlives its session would go on acting. */
  #signedOut(hash: string): void {
    for (const socket of this.#server?.sockets.sockets.values() ?? []) {
      const token = cookieOf(socket.handshake.headers.cookie, SESSION_COOKIE);
      if (token !== undefined && tokenHash(token) === hash) socket.disconnect(true);
    }
  }

  /** The space was wiped: whoever is in it asks anew, and reads that there is none. */
  #closeAll(space: string): void {
    for (const socket of this.#server?.sockets.sockets.values() ?? []) if (dataOf(socket).members.has(space)) socket.disconnect(true);
  }

  async #recheck(space: string, isErased: boolean): Promise<void> {
    // when rights cannot be read now, everybody joins anew; a rejection here would end the process
    const core = await this.folds.at(space, 'facilitators').then(({ snapshot }) => snapshot.core, () => null);
    for (const socket of this.#server?.sockets.sockets.values() ?? []) {
      const membership = dataOf(socket).members.get(space);
      const actor = dataOf(socket).actors.get(space);
      if (!membership || !actor || membership.key === 'public') continue;
      if (!isErased && core && audienceOf(actor, core) === membership.key) continue;
      this.#leave(socket, space);
      socket.emit(SOCKET.kicked, { space, reason: 'rights' });
    }
  }

  /** A socket that was skipped because it was slow learns where the head is and resumes by itself. */
  #catchUpSlow(): void {
    for (const socket of this.#server?.sockets.sockets.values() ?? []) {
      if (!dataOf(socket).isBehind) continue;
      dataOf(socket).isBehind = false;
      for (const space of dataOf(socket).members.keys()) void this.folds.tail(space).then((tail) => socket.emit(SOCKET.head, { space, ...tail?.head, protocol: PROTOCOL }), () => undefined);
    }
  }
}
