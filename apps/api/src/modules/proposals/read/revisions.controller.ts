import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { id } from '@tegerek/contracts';
import { cookieOf, SESSION_COOKIE, type Request, type Response } from '../../../platform/sessions/cookies.js';
import { Sessions } from '../../../platform/sessions/sessions.js';
import { Revisions } from './revisions.js';

const isId = (value: string): boolean => id.safeParse(value).success;
const notFound = () => new NotFoundException({ ok: false, code: 'request.not-found' });
const MAX_REV = 2_147_483_647;

/** Every saved edit of a proposal, for whoever has a seat in the dialogue. One revision never changes. */
@Controller('api/dialogues/:space/proposals/:proposalId/revisions')
export class RevisionsController {
  constructor(private readonly revisions: Revisions, private readonly sessions: Sessions) {}

  @Get()
  async list(@Param('space') space: string, @Param('proposalId') proposalId: string, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.#enter(space, proposalId, request);
    const revisions = await this.revisions.list(space, proposalId);
    if (revisions.length === 0) throw notFound();
    response.set('Cache-Control', 'no-store');
    return { revisions };
  }

  @Get(':rev')
  async one(@Param('space') space: string, @Param('proposalId') proposalId: string, @Param('rev') rev: string, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.#enter(space, proposalId, request);
    const number = Number(rev);
    const revision = Number.isSafeInteger(number) && number > 0 && number <= MAX_REV ? await this.revisions.one(space, proposalId, number) : undefined;
    if (!revision) throw notFound();
    response.set('Cache-Control', 'private, max-age=31536000, immutable');
    return revision;
  }

  /** Whoever may not see the dialogue reads the same as for a proposal that does not exist. */
  async #enter(space: string, proposalId: string, request: Request): Promise<void> {
    if (!isId(space) || !isId(proposalId)) throw notFound();
    if (!(await this.sessions.seatIn(cookieOf(request.headers.cookie, SESSION_COOKIE), space))) throw notFound();
  }
}
