import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { LANGS, type Lang } from '@tegerek/contracts';
import type { Response } from '../../platform/sessions/cookies.js';
import { fontFile } from './page/fonts.js';
import { PUBLIC_CSS } from './page/public-css.js';
import { renderPage } from './page/render-page.js';
import { publicData, type PublicView } from './page/view.js';
import { PublicViews } from './public-views.js';

const CSP = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The public page: no cookie, no socket, no script; any cache may keep it for half a minute. */
@Controller('p')
export class PublishingController {
  constructor(private readonly views: PublicViews) {}

  @Get('assets/:file')
  asset(@Param('file') file: string, @Res() response: Response): void {
    const font = fontFile(file);
    if (font) {
      // the package manager's folder begins with a dot, which Express refuses anywhere but above the root
      response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Type': 'font/woff2' }).sendFile(basename(font), { root: dirname(font) });
      return;
    }
    if (file !== PUBLIC_CSS.file) return void response.status(404).json({ ok: false, code: 'request.not-found' });
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type('text/css; charset=utf-8').send(PUBLIC_CSS.text);
  }

  @Get(':slug')
  async page(@Param('slug') slug: string, @Query('lang') query: string | undefined, @Res() response: Response): Promise<void> {
    const view = await this.views.of(slug);
    response.set('Content-Security-Policy', CSP);
    if (!view) return void response.status(404).set('Cache-Control', 'no-store').type('text/html; charset=utf-8').send(NOT_FOUND);
    send(response, 'text/html; charset=utf-8', this.views.remember(view, `page ${langOf(query, view)}`, () => renderPage(view, langOf(query, view))));
  }

  @Get(':slug/data.json')
  async data(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const view = await this.views.of(slug);
    if (!view) return void response.status(404).json({ ok: false, code: 'request.not-found' });
    response.set('Access-Control-Allow-Origin', '*');
    send(response, 'application/json; charset=utf-8', this.views.remember(view, 'data', () => JSON.stringify(publicData(view))));
  }
}

const langOf = (query: unknown, { core }: PublicView): Lang => LANGS.find((lang) => lang === query) ?? core.setup?.languages[0] ?? LANGS[0];

/** Answers 304 where the reader has these bytes already (Express compares the ETag). */
function send(response: Response, type: string, body: string): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  response.set({ 'Cache-Control': 'public, max-age=30', ETag: etag }).type(type).send(body);
}

const NOT_FOUND = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>404</title><link rel="stylesheet" href="${PUBLIC_CSS.path}"></head><body><main class="wrap"><div class="full"><h1>404</h1><p lang="ru">Такой страницы нет.</p><p lang="ky">Мындай барак жок.</p><p lang="en">There is no such page.</p></div></main></body></html>\n`;
