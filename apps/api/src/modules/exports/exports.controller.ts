import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { LANGS, type Lang } from '@tegerek/contracts';
import { addresseesOf, buildDocument, buildLetter, buildPressRelease, TABLES, tablesOf, type DocumentModel, type DocumentOptions, type ResolutionDocument } from '@tegerek/replica';
import { DataSource } from 'typeorm';
import { Checkpoints } from '../../platform/log/checkpoints.js';
import type { Request, Response } from '../../platform/sessions/cookies.js';
import { buildBundle } from './bundle/build-bundle.js';
import { readSpace } from './bundle/read-space.js';
import { withHeadSigned } from './bundle/sign-head.js';
import { MEDIA, type DocumentFormat } from './files/formats.js';
import { renderApart } from './files/render-apart.js';
import { buildPackage } from './files/package.js';
import { StoredResolutions, type Stored } from './files/stored.js';
import { STYLE_HASH } from './render/html.js';
import { renderCsv, renderXlsx } from './render/tables.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

interface Asked {
  lang?: string;
  by?: string;
  names?: string;
  minutes?: string;
  table?: string;
}

/** Documents of a published resolution, and the bundle. A published version never changes, so caches may keep it; what is made for the organizer they may not. */
@Controller('api/dialogues/:space')
export class ExportsController {
  constructor(private readonly database: DataSource, private readonly stored: StoredResolutions, private readonly checkpoints: Checkpoints) {}

  @Get('resolutions/:file')
  async resolution(@Param('space') space: string, @Param('file') file: string, @Query() asked: Asked, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [, number = '', format = ''] = /^(\d+)\.(json|docx|pdf|html|md|csv|xlsx)$/u.exec(file) ?? [];
    const stored = await this.stored.find(space, number);
    const isForAll = asked.names !== '1' && asked.minutes !== '1';
    if (!stored || (!isForAll && !(await this.stored.isOrganizer(space, request)))) return notFound(response);
    const resolution = JSON.parse(stored.canon) as ResolutionDocument;
    const lang = langOf(asked.lang, resolution);
    const tag = [stored.sha256.slice(0, 32), lang, format, asked.by === 'addressee' ? 'addressee' : 'panel', TABLES.find((name) => name === asked.table) ?? ''].join('-');
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': isForAll ? FOR_EVER : 'no-store', ...(isForAll ? { ETag: `"${tag}"` } : {}) });
    if (format === 'json') return send(response, MEDIA.json, Buffer.from(stored.canon));
    const name = `${resolution.rehearsal ? 'rehearsal-' : ''}resolution-${number}.${lang}`;
    const tables = tablesOf(resolution, lang);
    const table = tables.find((each) => each.name === asked.table) ?? tables[0];
    if (format === 'csv' && table) return send(response.attachment(`${name}.${table.name}.csv`), MEDIA.csv, Buffer.from(renderCsv(table)));
    if (format === 'xlsx') return send(response.attachment(`${name}.xlsx`), MEDIA.xlsx, Buffer.from(await renderXlsx(tables, resolution.date)));
    const model = buildDocument(resolution, stored.sha256, lang, await this.#options(space, resolution, lang, asked));
    return this.#document(response, name, model, format as DocumentFormat);
  }

  /** The letter to one addressee, by its place among `addresseesOf`, from 1. For the organizer. */
  @Get('resolutions/:number/letters/:file')
  async letter(@Param('space') space: string, @Param('number') number: string, @Param('file') file: string, @Query() asked: Asked, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [, at = '', format = ''] = /^([1-9]\d{0,3})\.(docx|pdf|html)$/u.exec(file) ?? [];
    const stored = await this.stored.find(space, number);
    if (!stored || !(await this.stored.isOrganizer(space, request))) return notFound(response);
    const resolution = JSON.parse(stored.canon) as ResolutionDocument;
    const lang = langOf(asked.lang, resolution);
    const model = buildLetter(resolution, stored.sha256, lang, addresseesOf(resolution)[Number(at) - 1] ?? '');
    if (!model) return notFound(response);
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    return this.#document(response, `letter-${at}.${lang}`, model, format as DocumentFormat);
  }

  @Get('resolutions/:number/press.:format')
  async press(@Param('space') space: string, @Param('number') number: string, @Param('format') format: string, @Query() asked: Asked, @Res() response: Response): Promise<void> {
    const stored = await this.stored.find(space, number);
    if (!stored || !['docx', 'pdf', 'html', 'md'].includes(format)) return notFound(response);
    const resolution = JSON.parse(stored.canon) as ResolutionDocument;
    const lang = langOf(asked.lang, resolution);
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache' });
    return this.#document(response, `press-release.${lang}`, buildPressRelease(resolution, stored.sha256, lang, await this.stored.contacts(space)), format as DocumentFormat);
  }

  /**
   * Everything of a version in one ZIP, for the organizer, as lines of JSON while it is made: `{ done, of, part, name }` …, at last
   * `{ file, base64 }`. Whoever goes away ends the work.
   */
  @Get('resolutions/:number/package')
  async package(@Param('space') space: string, @Param('number') number: string, @Query() asked: Asked, @Req() request: Request, @Res() response: Response): Promise<void> {
    const stored = await this.stored.find(space, number);
    if (!stored || !(await this.stored.isOrganizer(space, request))) return notFound(response);
    const gone = new AbortController();
    response.on('close', () => gone.abort(new Error('the reader went away')));
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'X-Accel-Buffering': 'no' }).type('application/x-ndjson');
    const line = (value: unknown): void => { response.write(`${JSON.stringify(value)}\n`); };
    try {
      const bytes = await this.#package(space, stored, asked, line, gone.signal);
      line({ file: `resolution-${number}.zip`, base64: Buffer.from(bytes).toString('base64') });
      response.end();
    } catch (error) {
      if (!gone.signal.aborted) response.destroy(error instanceof Error ? error : undefined);
    }
  }

  /** What a publication would state beside the drafts, for the preview. For the organizer. */
  @Get('resolution-terms')
  async terms(@Param('space') space: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (!(await this.stored.isOrganizer(space, request))) return notFound(response);
    response.set('Cache-Control', 'no-store').json({ regions: await this.stored.regions(space) });
  }

  @Get('bundle.zip')
  async bundle(@Param('space') space: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const copy = (await this.stored.mayBundle(space, request)) ? await readSpace(this.database, space) : undefined;
    if (!copy) return notFound(response);
    response.set('Cache-Control', 'no-store').attachment(`tegerek-${space}.zip`);
    return send(response, 'application/zip', Buffer.from(await buildBundle(await withHeadSigned(copy, this.checkpoints))));
  }

  async #package(space: string, { canon, sha256 }: Stored, asked: Asked, report: (progress: object) => void, signal: AbortSignal): Promise<Uint8Array> {
    const resolution = JSON.parse(canon) as ResolutionDocument;
    const langs = LANGS.filter((lang) => lang === asked.lang);
    const first = resolution.languages[0] ?? LANGS[0];
    const options = await this.#options(space, resolution, langs[0] ?? first, asked);
    return buildPackage(canon, sha256, { langs: langs.length > 0 ? langs : resolution.languages, options, contacts: await this.stored.contacts(space) }, report, signal);
  }

  async #options(space: string, resolution: ResolutionDocument, lang: Lang, { by, names, minutes }: Asked): Promise<DocumentOptions> {
    return { by: by === 'addressee' ? 'addressee' : 'panel', extras: await this.stored.extras(space, resolution, lang, { names: names === '1', minutes: minutes === '1' }) };
  }

  async #document(response: Response, name: string, model: DocumentModel, format: DocumentFormat): Promise<void> {
    const bytes = Buffer.from(await renderApart(model, format));
    if (format !== 'html') return send(response.attachment(`${name}.${format}`), MEDIA[format], bytes);
    response.set('Content-Security-Policy', `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
    return send(response, MEDIA.html, bytes);
  }
}

const langOf = (query: string | undefined, { languages }: ResolutionDocument): Lang => LANGS.find((lang) => lang === query) ?? languages[0] ?? LANGS[0];

const notFound = (response: Response): void => { response.status(404).json({ ok: false, code: 'request.not-found' }); };

const send = (response: Response, type: string, bytes: Buffer): void => { response.type(type).send(bytes); };
