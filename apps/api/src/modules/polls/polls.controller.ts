import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { PanelSetup, PollSetup, PollState } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import { cookieOf, SESSION_COOKIE, type Request, type Response } from '../../platform/sessions/cookies.js';
import { Sessions } from '../../platform/sessions/sessions.js';
import { readAnswers } from '../ballots/index.js';
import { textsOf } from './domain/word-cloud.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const notFound = () => new NotFoundException({ ok: false, code: 'request.not-found' });

interface Held {
  setup: PollSetup;
  state: PollState;
  isShown: boolean;
  panel: PanelSetup;
}

/** For the panel's staff, of a closed poll: the texts that a cloud would show (no figures), and of a named poll on show who answered what. */
@Controller('api/dialogues/:space/polls/:pollId')
export class PollsController {
  constructor(private readonly database: DataSource, private readonly sessions: Sessions) {}

  @Get('texts')
  async texts(@Param('space') space: string, @Param('pollId') pollId: string, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const poll = await this.#forStaff(space, pollId, request, response);
    if (poll.setup.body.kind !== 'text') throw notFound();
    return { texts: textsOf((await this.#answers(pollId)).map(({ choice }) => String(choice))) };
  }

  @Get('answers')
  async answers(@Param('space') space: string, @Param('pollId') pollId: string, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const poll = await this.#forStaff(space, pollId, request, response);
    if (!poll.setup.named || !poll.isShown) throw notFound();
    return { answers: (await this.#answers(pollId)).map(({ seatId, choice }) => ({ seatId, choice })) };
  }

  #answers = (pollId: string) => readAnswers((sql, values) => this.database.query(sql, values), pollId);

  async #forStaff(space: string, pollId: string, request: Request, response: Response): Promise<Held> {
    response.set('Cache-Control', 'no-store');
    if (!UUID.test(space) || !UUID.test(pollId)) throw notFound();
    const [poll]: Held[] = await this.database.query(
      `SELECT q.setup, q.state, q.is_shown AS "isShown", p.setup AS panel FROM polls.poll q JOIN panels.panel p ON p.id = q.panel_id WHERE q.id = $1 AND q.space = $2 AND q.state = 'closed'`, [pollId, space]);
    const seat = poll && (await this.sessions.seatIn(cookieOf(request.headers.cookie, SESSION_COOKIE), space));
    if (!poll || !seat || !servesPanel(seat, poll.panel)) throw notFound();
    return poll;
  }
}

const servesPanel = ({ seatId, roles }: { seatId: string; roles: string[] }, { moderators, rapporteurs }: PanelSetup): boolean =>
  roles.includes('organizer') || (roles.includes('moderator') && moderators.includes(seatId)) || (roles.includes('rapporteur') && rapporteurs.includes(seatId));
