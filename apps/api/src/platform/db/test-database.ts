import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Ends what is still connected and removes the database. */
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 727_002;

function clusterUrl(): URL {
  const url = process.env['TEGEREK_TEST_PG'];
  if (url === undefined) throw new Error('TEGEREK_TEST_PG is not set: Jest starts the test server for *.int.test.ts (jest.config.mjs).');
  return new URL(url);
}

function withDatabase(name: string): string {
  const url = clusterUrl();
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: clusterUrl().href });
  client.on('error', () => undefined);
  await client.connect();
  try { return await work(client); } finally { await client.end(); }
}

/** Makes the migrated template once per run: the first to come migrates, the others wait for its lock. */
async function ensureTemplate(name: string, migrate: (url: string) => Promise<void>): Promise<void> {
  await asAdmin(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const ready = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (ready.rowCount === 1) return;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
    await migrate(withDatabase(name));
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  });
}

/**
 * A fresh database on the run's test server, copied from a template that `migrate` prepared (about 34 ms a copy). The template is
 * shared by all test files of a run whose `migrate` has the same source text: pass a function that depends on its argument only.
 * Without `migrate` the database is empty.
 */
export async function createTestDatabase(migrate?: (url: string) => Promise<void>): Promise<TestDatabase> {
  const template = migrate ? `template_${createHash('sha256').update(String(migrate)).digest('hex').slice(0, 16)}` : 'template0';
  if (migrate) await ensureTemplate(template, migrate);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log`));
  return {
    url: withDatabase(name),
    drop: async () => { await asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)); },
  };
}
