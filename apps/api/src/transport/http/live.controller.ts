import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { PROTOCOL, REFUSALS, type JoinRequest } from '@tegerek/contracts';
import { gzipSync } from 'node:zlib';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/commands/actor.js';
import { cookieOf, SCREEN_COOKIE, SESSION_COOKIE, type Request, type Response } from '../../platform/sessions/cookies.js';
import { CounterReader } from '../../platform/presses/counter-reader.js';
import { ScreenSessions } from '../../platform/sessions/screen-sessions.js';
import { Sessions } from '../../platform/sessions/sessions.js';
import { rightsHash, type AudienceKey } from '../../platform/slices/audience.js';
import { Folds } from '../../platform/slices/folds.js';
import { Joiner, joinRequest } from '../live/joiner.js';
import { RefusedRequest } from './session-refusal.js';

const REBUILD_MS = 1_000;
const CACHED_AT_MOST = 500;

interface BuiltSlice {
  seq: number;
  builtAt: number;
  plain: string;
  gzip: Buffer;
}

/** What a client reads beside the socket: slices of the snapshot, and the same answers as `join` for pollers. */
@Controller('api/dialogues/:space')
export class LiveController {
  readonly #built = new Map<string, BuiltSlice>();

  constructor(private readonly sessions: Sessions, private readonly screens: ScreenSessions, private readonly joiner: Joiner, private readonly folds: Folds, private readonly counters: CounterReader, private readonly clock: Clock) {}

  /** The polling fallback: what a socket's join would answer. */
  @Get('entries')
  async entries(@Param('space') space: string, @Query() query: Record<string, string>, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { after, hash, epoch, panels, rights, as = 'seat', protocol } = query;
    const parsed = joinRequest.safeParse({
      space, as, protocol: protocol === undefined ? PROTOCOL : Number(protocol), ...(rights ? { rights } : {}), ...(epoch ? { epoch: Number(epoch) } : {}), ...(after ? { lastSeq: Number(after) } : {}),
      ...(hash ? { lastHash: hash } : {}), ...(panels ? { panels: String(panels).split(',') } : {}),
    });
    if (!parsed.success) throw new RefusedRequest({ code: 'request.invalid', path: parsed.error.issues[0]?.path.join('.') ?? '' });
    const reply = await this.joiner.join(this.#actor(request, space, as), parsed.data as JoinRequest, () => undefined);
    response.set('Cache-Control', 'no-store');
    if (!reply.ok) response.status(REFUSALS[reply.code]);
    return reply;
  }

  /** `core`, `panel-<id>`, or several joined by commas: all folded to one and the same `seq`, at least `at`; with the public figures of what they hold. */
  @Get('slices/:slices')
  async slices(@Param('space') space: string, @Param('slices') slices: string, @Query('at') at: string | undefined, @Query('as') as: string | undefined, @Req() request: Request, @Res() response: Response) {
    const key = isId(space) ? await this.joiner.audience(await this.#actor(request, space, as ?? 'seat'), space, as === 'screen' || as === 'public' ? as : 'seat') : null;
    if (key === null) throw new RefusedRequest({ code: 'request.not-found' });
    const built = await this.#build(space, slices, key, Number(at ?? 0));
    response.set({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', Vary: 'Accept-Encoding' });
    if (/\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')) response.set('Content-Encoding', 'gzip').send(built.gzip);
    else response.send(built.plain);
  }

  /**
   * Built at most once a second per audience, compressed once. A place beyond the head asks for the head, and panels that do not exist
   * name no slice of their own: nobody can have the same thing built anew by asking for it differently.
   */
  async #build(space: string, slices: string, key: AudienceKey, at: number): Promise<BuiltSlice> {
    const { snapshot, epoch, seq, hash } = await this.folds.at(space, key);
    const wanted = new Set(slices.split(','));
    const panels = Object.fromEntries(Object.entries(snapshot.panels).filter(([id]) => wanted.has(`panel-${id}`)));
    const name = [space, key, ...Object.keys(panels)].join(' ');
    const cached = this.#built.get(name);
    const least = Number.isFinite(at) ? Math.min(at, seq) : seq;
    if (cached && cached.seq >= least && this.clock.now() - cached.builtAt < REBUILD_MS) return cached;
    const counters = await this.counters.of(this.counters.objectsOf(snapshot, Object.keys(panels)));
    const plain = JSON.stringify({ space, epoch, seq, hash, rights: rightsHash(key), snapshot: { core: snapshot.core, panels }, counters });
    const built = { seq, builtAt: this.clock.now(), plain, gzip: gzipSync(plain) };
    if (this.#built.size >= CACHED_AT_MOST) this.#built.clear();
    this.#built.set(name, built);
    return built;
  }

  async #actor(request: Request, space: string, as: string): Promise<Actor> {
    if (!isId(space)) return { kind: 'anonymous' };
    const { cookie } = request.headers;
    return as === 'screen' ? this.screens.resolveScreen(cookieOf(cookie, SCREEN_COOKIE), space) : this.sessions.resolveActor(cookieOf(cookie, SESSION_COOKIE), space);
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
