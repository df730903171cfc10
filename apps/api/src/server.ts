import 'reflect-metadata';
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { useSha256 } from '@tegerek/ballot';
import { LIMITS, REFUSALS } from '@tegerek/contracts';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { createDataSource, migrate } from './platform/db/database.js';
import { createLogger } from './platform/errors/logger.js';
import { ROWS } from './modules/index.js';
import type { Request, Response } from './platform/sessions/cookies.js';
import { addressFor } from './transport/http/site.controller.js';
import { isOwnOrigin } from './transport/http/origin.js';
import { RefusalFilter } from './transport/http/refusal.filter.js';
import { LiveAdapter } from './transport/live/live.adapter.js';

export interface Running {
  app: NestExpressApplication;
  database: DataSource;
  port: number;
  /** Names of the migrations that ran now. */
  migrated: string[];
  close(): Promise<void>;
}

/** Migrates and serves everything on one port. The database must be reachable. */
export async function startServer(config: Config): Promise<Running> {
  useSha256((input) => hash('sha256', input));
  const logger = createLogger(config.logLevel);
  const database = await createDataSource(config.databaseUrl, ROWS).initialize();
  const migrated = await migrate(database);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.register(config, database, logger), { logger: false, bodyParser: false, abortOnError: false });
  harden(app, config, logger);
  app.useWebSocketAdapter(new LiveAdapter(app, config.publicUrl));
  servePages(app);
  // who dribbles a request holds a connection no longer than a slow phone needs
  Object.assign(app.getHttpServer(), { headersTimeout: 10_000, requestTimeout: 60_000 });
  await app.listen(config.port, config.host);
  const address = app.getHttpServer().address() as { port: number };
  return {
    app, database, migrated, port: address.port,
    close: async () => {
      await app.close();
      if (database.isInitialized) await database.destroy();
    },
  };
}

function harden(app: NestExpressApplication, config: Config, logger: Logger): void {
  app.disable('x-powered-by');
  app.use(helmet({
    // `upgrade-insecure-requests` and HSTS would break a hall on plain http; the reverse proxy adds HSTS
    strictTransportSecurity: false, crossOriginOpenerPolicy: false, originAgentCluster: false, referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'"], connectSrc: ["'self'", 'ws:', 'wss:', (request) => deskMayAsk(request as Request, config)],
        workerSrc: ["'self'"], manifestSrc: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], objectSrc: ["'none'"],
      },
    },
  }));
  app.use((request: Request, response: Response, next: () => void) => {
    if (request.method === 'GET' || request.method === 'HEAD' || isOwnOrigin(request, config.publicUrl)) next();
    else response.status(REFUSALS['session.origin']).json({ ok: false, code: 'session.origin' });
  });
  app.useBodyParser('json', { limit: LIMITS.largeBodyBytes, strict: true });
  app.useGlobalFilters(new RefusalFilter(logger));
}

/** The organizer's desk asks the phones' address whether it answers (docs/adr/0013); every other page asks its own server alone. */
const deskMayAsk = (request: Request, config: Config): string => (/^\/organizer(\/|$)/u.test(request.path) ? addressFor(request, config) : "'self'");

const PAGES: [pattern: RegExp, file: string][] = [
  [/^\/(j|d)(\/|$)/u, 'index.html'], [/^\/console(\/|$)/u, 'console.html'], [/^\/organizer(\/|$)/u, 'organizer.html'], [/^\/screen(\/|$)/u, 'projector.html'],
];

/** The built client: hashed assets for a year, pages never cached; each surface's routes lead to its page. */
function servePages(app: NestExpressApplication): void {
  const folder = fileURLToPath(new URL('../../web/dist', import.meta.url));
  if (!existsSync(folder)) return;
  app.useStaticAssets(folder, {
    index: 'index.html', redirect: false,
    setHeaders: (response: Response, path: string) => response.set('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  // the verifier is one file with its own, stricter policy in it; the header must allow what that names
  const verifier = join(folder, 'verify.html');
  const policy = existsSync(verifier) ? /Content-Security-Policy" content="([^"]+)"/u.exec(readFileSync(verifier, 'utf8').slice(0, 2_000))?.[1] : undefined;
  if (policy !== undefined) app.use('/verify', (_: Request, response: Response) => { response.set({ 'Content-Security-Policy': `${policy}; frame-ancestors 'none'`, 'Cache-Control': 'no-cache' }).sendFile('verify.html', { root: folder }); });
  app.use((request: Request, response: Response, next: () => void) => {
    const page = request.method === 'GET' ? PAGES.find(([pattern]) => pattern.test(request.path)) : undefined;
    if (!page) next();
    else response.set('Cache-Control', 'no-cache').sendFile(page[1], { root: folder });
  });
}
