import { Body, Controller, Get, HttpCode, HttpException, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { id, REFUSALS, rehearsalRequest, rehearsalWipe, type RefusalCode, type RehearsalRun } from '@tegerek/contracts';
import { cookieOf, SESSION_COOKIE, type Request, type Response } from '../../platform/sessions/cookies.js';
import { Sessions } from '../../platform/sessions/sessions.js';
import { Folds } from '../../platform/slices/folds.js';
import { RehearsalRuns } from './rehearsal-runs.js';

interface Answer {
  runs: RehearsalRun[];
  /** Of this or another dialogue: one at a time. */
  isBusy: boolean;
}

/**
 * The desk's rehearsals of a dialogue, for its organizer. Processes and wiping are the machine's affair and in no log, so these are requests
 * and no commands (docs/adr/0028); what the participants do inside is commands as everywhere.
 */
@Controller('api/dialogues/:dialogueId/rehearsals')
export class RehearsalsController {
  constructor(private readonly runs: RehearsalRuns, private readonly sessions: Sessions, private readonly folds: Folds) {}

  @Get()
  async read(@Param('dialogueId') dialogueId: string, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Answer> {
    await this.#mustOrganize(dialogueId, request);
    response.set('Cache-Control', 'no-store');
    return this.#answer(dialogueId);
  }

  @Post('start')
  @HttpCode(200)
  async start(@Param('dialogueId') dialogueId: string, @Body() body: unknown, @Req() request: Request): Promise<Answer> {
    await this.#mustOrganize(dialogueId, request);
    const asked = rehearsalRequest.safeParse(body);
    if (!asked.success) throw refusal('request.invalid', asked.error.issues[0]?.path.join('.'));
    const { core } = (await this.folds.at(dialogueId, 'room')).snapshot;
    if (core.rehearsal) throw refusal('dialogue.phase');
    if (Object.keys(core.panels).length === 0) throw refusal('dialogue.no-panels');
    if (!this.runs.start(dialogueId, core, asked.data)) throw refusal('rehearsal.running');
    return this.#answer(dialogueId);
  }

  @Post('stop')
  @HttpCode(200)
  async stop(@Param('dialogueId') dialogueId: string, @Body() body: unknown, @Req() request: Request): Promise<Answer> {
    await this.#mustOrganize(dialogueId, request);
    await this.runs.stop(dialogueId, slugOf(body));
    return this.#answer(dialogueId);
  }

  @Post('wipe')
  @HttpCode(200)
  async wipe(@Param('dialogueId') dialogueId: string, @Body() body: unknown, @Req() request: Request): Promise<Answer> {
    await this.#mustOrganize(dialogueId, request);
    if (!(await this.runs.wipe(dialogueId, slugOf(body)))) throw notFound();
    return this.#answer(dialogueId);
  }

  async #answer(dialogueId: string): Promise<Answer> {
    return { runs: await this.runs.of(dialogueId), isBusy: this.runs.isRunning };
  }

  async #mustOrganize(dialogueId: string, request: Request): Promise<void> {
    const seat = id.safeParse(dialogueId).success ? await this.sessions.seatIn(cookieOf(request.headers.cookie, SESSION_COOKIE), dialogueId) : undefined;
    if (!seat?.roles.includes('organizer')) throw notFound();
  }
}

const notFound = (): HttpException => new NotFoundException({ ok: false, code: 'request.not-found' });

const refusal = (code: RefusalCode, path?: string): HttpException => new HttpException({ ok: false, code, ...(path ? { path } : {}) }, REFUSALS[code]);

function slugOf(body: unknown): string {
  const asked = rehearsalWipe.safeParse(body);
  if (!asked.success) throw refusal('request.invalid', asked.error.issues[0]?.path.join('.'));
  return asked.data.slug;
}
