import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { LIMITS } from '@tegerek/contracts';
import type { Request, Response } from '../../../platform/sessions/cookies.js';
import { Sessions } from '../../../platform/sessions/sessions.js';
import { Directory, PAGE } from './directory.js';
import { idList, isId, numberOf, pageOf, runsTheHall, sessionToken } from './request.js';

const notFound = () => new NotFoundException({ ok: false, code: 'request.not-found' });

/** `GET /api/dialogues/:id/people?seats=…` (names by rights) and `?search=&page=` or `?after=` (the list of who runs the hall). */
@Controller('api/dialogues/:dialogueId/people')
export class PeopleController {
  constructor(private readonly directory: Directory, private readonly sessions: Sessions) {}

  @Get()
  async read(@Param('dialogueId') dialogueId: string, @Query() query: Record<string, unknown>, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    if (!isId(dialogueId)) throw notFound();
    response.set('Cache-Control', 'no-store');
    const seat = await this.sessions.seatIn(sessionToken(request), dialogueId);
    if (query['seats'] !== undefined) return this.directory.named(dialogueId, idList(query['seats'], LIMITS.peoplePerRequest), seat !== undefined, seat?.roles.some((role) => role !== 'observer'));
    if (!seat || !runsTheHall(seat.roles)) throw notFound();
    if (query['after'] !== undefined) return this.directory.after(dialogueId, numberOf(query['after']));
    const page = pageOf(query['page']);
    return { ...(await this.directory.page(dialogueId, searchOf(query['search']), page)), page, pageSize: PAGE };
  }
}

/** Postgres takes no U+0000. */
const searchOf = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\u0000', '').trim().slice(0, LIMITS.name) : '');
