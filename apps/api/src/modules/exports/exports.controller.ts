import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { LANGS, type Lang } from '@tegerek/contracts';
import { buildDocument, type ResolutionDocument } from '@tegerek/replica';
import { DataSource } from 'typeorm';
import { cookieOf, SESSION_COOKIE, type Request, type Response } from '../../platform/sessions/cookies.js';
import { Checkpoints } from '../../platform/log/checkpoints.js';
import { Sessions } from '../../platform/sessions/sessions.js';
import { buildBundle } from './bundle/build-bundle.js';
import { readSpace } from './bundle/read-space.js';
import { withHeadSigned } from './bundle/sign-head.js';
import { renderDocx } from './render/docx.js';
import { renderHtml, STYLE_HASH } from './render/html.js';
import { renderPdf } from './render/pdf/render-pdf.js';
import { renderMarkdown } from './render/markdown.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Stored {
  canon: string;
  sha256: string;
}

/** Documents of a published resolution, and the bundle. A published version never changes, so caches may keep it. */
@Controller('api/dialogues/:space')
export class ExportsController {
  constructor(private readonly database: DataSource, private readonly sessions: Sessions, private readonly checkpoints: Checkpoints) {}

  @Get('resolutions/:file')
  async resolution(@Param('space') space: string, @Param('file') file: string, @Query('lang') query: string | undefined, @Res() response: Response): Promise<void> {
    const [, number = '', format = ''] = /^([1-9]\d{0,5})\.(json|docx|pdf|html|md)$/u.exec(file) ?? [];
    const stored = UUID.test(space) && number !== '' ? await this.#stored(space, Number(number)) : undefined;
    if (!stored) {
      notFound(response);
      return;
    }
    const document = JSON.parse(stored.canon) as ResolutionDocument;
    const lang = langOf(query, document);
    response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', ETag: `"${stored.sha256.slice(0, 32)}-${lang}-${format}"`, 'X-Content-Type-Options': 'nosniff' });
    const name = `resolution-${number}.${lang}.${format}`;
    const model = buildDocument(document, stored.sha256, lang);
    if (format === 'json') send(response, 'application/json; charset=utf-8', Buffer.from(stored.canon));
    else if (format === 'docx') send(response.attachment(name), DOCX, Buffer.from(await renderDocx(model)));
    else if (format === 'pdf') send(response.attachment(name), 'application/pdf', Buffer.from(await renderPdf(model)));
    else if (format === 'md') send(response.attachment(name), 'text/markdown; charset=utf-8', Buffer.from(renderMarkdown(model)));
    else {
      response.set('Content-Security-Policy', `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
      send(response, 'text/html; charset=utf-8', Buffer.from(renderHtml(model)));
    }
  }

  /** The organizer at any time; everybody once the resolution is published. */
  @Get('bundle.zip')
  async bundle(@Param('space') space: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const copy = UUID.test(space) && (await this.#mayBundle(space, request)) ? await readSpace(this.database, space) : undefined;
    if (!copy) {
      notFound(response);
      return;
    }
    response.set('Cache-Control', 'no-store').attachment(`tegerek-${space}.zip`);
    send(response, 'application/zip', Buffer.from(await buildBundle(await withHeadSigned(copy, this.checkpoints))));
  }

  async #mayBundle(space: string, request: Request): Promise<boolean> {
    const [row]: { phase: string }[] = await this.database.query('SELECT phase FROM dialogues.dialogue WHERE id = $1', [space]);
    if (row?.phase === 'published') return true;
    const seat = row && (await this.sessions.seatIn(cookieOf(request.headers.cookie, SESSION_COOKIE), space));
    return seat?.roles.includes('organizer') ?? false;
  }

  async #stored(space: string, number: number): Promise<Stored | undefined> {
    const [row]: Stored[] = await this.database.query('SELECT canon, sha256 FROM resolutions.resolution WHERE space = $1 AND number = $2', [space, number]);
    return row;
  }
}

const langOf = (query: string | undefined, { languages }: ResolutionDocument): Lang => LANGS.find((lang) => lang === query) ?? languages[0] ?? LANGS[0];

const notFound = (response: Response): void => { response.status(404).json({ ok: false, code: 'request.not-found' }); };

const send = (response: Response, type: string, bytes: Buffer): void => { response.type(type).send(bytes); };
