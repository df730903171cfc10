import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { hex32, id, LIMITS, text, type RefusalCode } from '@tegerek/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { cookieOf, cookieOptions, isHttps, SESSION_COOKIE } from '../../platform/sessions/cookies.js';
import { FailureBudget } from '../../platform/sessions/failure-budget.js';
import { DialogueTitles, Sessions } from '../../platform/sessions/sessions.js';
import { RefusedRequest } from './session-refusal.js';

const byCode = z.strictObject({ dialogueId: id, authKey: z.string() });
const byPassword = z.strictObject({ login: text(LIMITS.login), password: z.string().min(1).max(LIMITS.password) });
/** Failures per minute, of one dialogue or one login, that are answered at once. */
const FAILURES_PER_MINUTE = 30;

/** Redeeming a code, sign-in and sign-out: the only routes that change state and are no commands. */
@Controller('api/session')
export class SessionController {
  readonly #failures = new FailureBudget(FAILURES_PER_MINUTE);

  constructor(private readonly sessions: Sessions, private readonly titles: DialogueTitles) {}

  @Get()
  async show(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-store');
    const { account, seats } = await this.sessions.describe(tokenOf(request));
    const titles = await this.titles.of(seats.map((seat) => seat.dialogueId));
    return { ...(account ? { account } : {}), seats: seats.flatMap((seat) => { const title = titles.get(seat.dialogueId); return title ? [{ ...seat, ...title }] : []; }) };
  }

  @Post('code')
  @HttpCode(200)
  async openSeat(@Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { dialogueId, authKey } = parse(byCode, body);
    if (!hex32.safeParse(authKey).success) throw new RefusedRequest({ code: 'code.malformed', path: 'authKey' });
    const opened = await this.sessions.openSeat(tokenOf(request), dialogueId, authKey);
    if (opened === undefined || typeof opened === 'string') {
      const key = (await this.titles.of([dialogueId])).has(dialogueId) ? `code:${dialogueId}` : 'code:unknown';
      return this.#fail(key, opened === undefined ? 'code.wrong' : `code.${opened}`, 'code');
    }
    setCookie(request, response, opened.token);
    return { ok: true, dialogueId, seatId: opened.seatId };
  }

  @Post('login')
  @HttpCode(200)
  async signIn(@Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { login, password } = parse(byPassword, body);
    const signedIn = await this.sessions.signIn(tokenOf(request), login, password);
    if (!signedIn) return this.#fail(`login:${login.trim().toLowerCase()}`, 'login.wrong', 'password');
    setCookie(request, response, signedIn.token);
    return { ok: true, accountId: signedIn.accountId };
  }

  @Post('sign-out')
  @HttpCode(200)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const token = tokenOf(request);
    if (token) await this.sessions.signOut(token);
    const { maxAge: _, ...options } = cookieOptions(isHttps(request));
    response.clearCookie(SESSION_COOKIE, options);
    return { ok: true };
  }

  /** One answer for unknown and foreign; that a code was revoked or replaced is told to who proves that they hold it. Late once the budget is spent. */
  async #fail(key: string, code: RefusalCode, path: string): Promise<never> {
    await this.#failures.late(key);
    throw new RefusedRequest({ code, path });
  }
}

const tokenOf = (request: Request): string | undefined => cookieOf(request.headers.cookie, SESSION_COOKIE);

function setCookie(request: Request, response: Response, token: string): void {
  response.cookie(SESSION_COOKIE, token, cookieOptions(isHttps(request)));
  response.set('Cache-Control', 'no-store');
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new RefusedRequest({ code: 'request.invalid', path: parsed.error.issues[0]?.path.join('.') ?? '' });
}
