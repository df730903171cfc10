import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { LANGS, type Lang } from '@tegerek/contracts';
import { buildMinutes, type DocumentModel } from '@tegerek/replica';
import { cookieOf, SESSION_COOKIE, type Request, type Response } from '../../platform/sessions/cookies.js';
import { Sessions } from '../../platform/sessions/sessions.js';
import { audienceOf } from '../../platform/slices/audience.js';
import { Folds } from '../../platform/slices/folds.js';
import { Directory } from '../people/index.js';
import { renderDocx } from './render/docx.js';
import { renderHtml, STYLE_HASH } from './render/html.js';
import { renderPdf } from './render/pdf/render-pdf.js';
import { renderMarkdown } from './render/markdown.js';

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(docx|pdf|html|md)$/u;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Names asked for at once. */
const PART = 200;

/** A panel's minutes as a document, with `names=none` without any name: for its moderators and rapporteurs, and the organizers; whoever else asks reads that there is none. */
@Controller('api/dialogues/:space')
export class MinutesController {
  constructor(private readonly folds: Folds, private readonly sessions: Sessions, private readonly directory: Directory) {}

  @Get('minutes/:file')
  async minutes(@Param('space') space: string, @Param('file') file: string, @Query('lang') query: string | undefined, @Query('names') names: string | undefined, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [, panelId = '', format = ''] = FILE.exec(file) ?? [];
    const lang = LANGS.find((each) => each === query) ?? LANGS[0];
    const model = UUID.test(space) && panelId !== '' ? await this.#model(space, panelId, lang, cookieOf(request.headers.cookie, SESSION_COOKIE), names === 'none') : undefined;
    if (!model) {
      response.status(404).json({ ok: false, code: 'request.not-found' });
      return;
    }
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    const name = `minutes-${panelId.slice(0, 8)}${names === 'none' ? '-without-names' : ''}.${lang}.${format}`;
    if (format === 'docx') response.attachment(name).type(DOCX).send(Buffer.from(await renderDocx(model)));
    else if (format === 'pdf') response.attachment(name).type('application/pdf').send(Buffer.from(await renderPdf(model)));
    else if (format === 'md') response.attachment(name).type('text/markdown; charset=utf-8').send(Buffer.from(renderMarkdown(model)));
    else {
      response.set('Content-Security-Policy', `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
      response.type('text/html; charset=utf-8').send(Buffer.from(renderHtml(model)));
    }
  }

  async #model(space: string, panelId: string, lang: Lang, token: string | undefined, isNameless: boolean): Promise<DocumentModel | undefined> {
    const seat = await this.sessions.seatIn(token, space);
    const tail = seat && (await this.folds.gathered(space));
    if (!seat || !tail) return undefined;
    const { core } = (await tail.fold('room')).snapshot;
    const key = audienceOf({ kind: 'seat', seatId: seat.seatId }, core);
    if (key !== 'facilitators' && !key?.startsWith('facilitators:')) return undefined;
    if (key !== 'facilitators' && !key.includes(panelId)) return undefined;
    const panel = (await tail.fold(key)).snapshot.panels[panelId];
    if (!panel) return undefined;
    const head = core.panels[panelId];
    const seats = [...new Set([...panel.turns.map((turn) => turn.seatId), ...(head ? [...head.moderators, ...head.rapporteurs, ...head.panellists] : [])])];
    return buildMinutes({ core, panel, isNameless, person: isNameless ? () => undefined : await this.#names(space, seats), time: clockIn(core.setup?.timeZone ?? 'UTC') }, lang);
  }

  async #names(space: string, seats: readonly string[]): Promise<(seatId: string) => string | undefined> {
    const names = new Map<string, string>();
    for (let i = 0; i < seats.length; i += PART) for (const { seatId, name } of await this.directory.named(space, seats.slice(i, i + PART), true)) names.set(seatId, name);
    return (seatId) => names.get(seatId);
  }
}

/** `HH:MM` in a zone. */
function clockIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return (at) => format.format(at);
}
