import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { cookieOf, SESSION_COOKIE, type Request, type Response } from '../../../platform/sessions/cookies.js';
import { Sessions } from '../../../platform/sessions/sessions.js';
import { DialogueList } from './dialogue-list.js';

const SLUG = /^[a-z0-9-]{1,40}$/u;

/** `GET /api/dialogues` (what is public, and one's own drafts) and `GET /api/dialogues/by-slug/:slug` (the door). */
@Controller('api/dialogues')
export class DialoguesController {
  constructor(private readonly dialogues: DialogueList, private readonly sessions: Sessions) {}

  @Get()
  async list(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-store');
    const { account, seats } = await this.sessions.describe(cookieOf(request.headers.cookie, SESSION_COOKIE));
    return this.dialogues.list(account ? seats.map((seat) => seat.dialogueId) : []);
  }

  /** The id is needed to derive the key from a code, so a draft answers too, without its title. */
  @Get('by-slug/:slug')
  async bySlug(@Param('slug') slug: string) {
    const door = SLUG.test(slug) ? await this.dialogues.bySlug(slug) : undefined;
    if (!door) throw new NotFoundException({ ok: false, code: 'request.not-found' });
    return door.phase === 'draft' ? { ...door, title: {}, date: '' } : door;
  }
}
