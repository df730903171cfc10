import { announce, reachableUrl, type PrintedLink } from './announce.js';
import { readConfig, type Config } from './config/config.js';
import { DEMO_SLUG, seedDemo } from './demo/index.js';
import { hasAccount, newAdministratorLink } from './modules/people/index.js';
import { CommandBus } from './platform/commands/command-bus.js';
import { startEmbeddedPostgres } from './platform/db/embedded-postgres.js';
import { startServer, type Running } from './server.js';

const say = (line: string): void => { process.stderr.write(`${line}\n`); };

/** The demo's links are printed at each start, with embedded data only; the first administrator's as long as there is none. */
async function linksOf(server: Running, config: Config): Promise<{ links: PrintedLink[]; qrPath: string }> {
  const links: PrintedLink[] = [];
  let qrPath = '/';
  if (config.isEmbedded && config.demo) {
    const dialogueIds = ((await server.database.query('SELECT id FROM dialogues.dialogue')) as { id: string }[]).map(({ id }) => id);
    const demo = await seedDemo({ bus: server.app.get(CommandBus), dialogueIds, dataDir: config.dataDir, now: Date.now(), log: say });
    if (demo) {
      const perRole = new Map<string, number>();
      for (const { role, name, path } of demo.links) {
        const n = (perRole.get(role) ?? 0) + 1;
        perRole.set(role, n);
        if (n <= (ROLES_ONCE.has(role) ? 1 : PARTICIPANTS_SHOWN)) links.push({ label: `${role}: ${name}`, path });
      }
      links.push({ label: 'projector', path: '/screen' }, { label: 'public page', path: `/p/${DEMO_SLUG}` });
      qrPath = `/j/${DEMO_SLUG}`;
    }
  }
  if (!(await hasAccount(server.database))) links.push({ label: 'first administrator (once)', path: `/organizer#${await newAdministratorLink(server.database)}` });
  return { links, qrPath };
}

const ROLES_ONCE = new Set(['organizer', 'moderator', 'rapporteur', 'observer']);
/** Of each group. */
const PARTICIPANTS_SHOWN = 3;

const wanted = readConfig(process.env, process.env['INIT_CWD'] ?? process.cwd());
const embedded = wanted.isEmbedded ? await startEmbeddedPostgres({ dataDir: wanted.dataDir, log: say }) : undefined;
const config: Config = { ...wanted, ...(embedded ? { databaseUrl: embedded.url } : {}) };
const server = await startServer(config).catch(async (error: unknown) => {
  await embedded?.stop();
  throw error;
});

let isClosing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isClosing) return;
    isClosing = true;
    say('Closing …');
    void server.close().catch(() => undefined).then(() => embedded?.stop()).then(() => { process.exit(0); }, () => { process.exit(1); });
  });
}
const { links, qrPath } = await linksOf(server, config);
announce(reachableUrl(config, server.port), links, qrPath);
