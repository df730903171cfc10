import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { ArchiveFault, readArchive, type ReadEntry } from './archive.js';
import { SESSION_SETTINGS, readSchema, type SchemaDump } from './catalogue.js';
import { checkDataFiles, writeDataFiles, type DataFile } from './data-files.js';
import { FORMAT, copyOut, copySource, type Header, type SequenceState, type TableSum } from './write-backup.js';

export interface RestoreReport { readonly tables: number; readonly rows: number; readonly files: number; readonly epochs: number }
export interface RestoreRequest {
  readonly url: string;
  readonly dataDir: string;
  readonly archive: string;
  readonly say: (line: string) => void;
}

/** A table that is being filled. The server's refusal may come at any time, also while nobody waits for it. */
interface Copying { readonly index: number; readonly stream: CopyStreamQuery; failure?: Error }

/** What has been read so far. */
interface Reading {
  schema?: SchemaDump;
  copying?: Copying;
  sums: readonly TableSum[];
  sequences: readonly SequenceState[];
  readonly files: DataFile[];
}

const HAS_TABLES = `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' LIMIT 1`;

async function refuseFilled(client: pg.Client): Promise<void> {
  const { rows: [found] } = await client.query<{ name: string }>(HAS_TABLES);
  if (found) throw new Error(`the database is not empty (it has ${found.name}): restore into a new one, with the server stopped`);
}

function startCopy(client: pg.Client, index: number, sql: string): Copying {
  const copying: Copying = { index, stream: client.query(copyFrom(sql)) };
  copying.stream.on('error', (error: Error) => { copying.failure ??= error; });
  return copying;
}

async function endCopy(reading: Reading): Promise<void> {
  const { copying } = reading;
  if (!copying) return;
  delete reading.copying;
  if (copying.failure) throw copying.failure;
  copying.stream.end();
  await finished(copying.stream);
}

async function loadRows(client: pg.Client, reading: Reading, entry: ReadEntry): Promise<void> {
  const index = Number(entry.name.split('/')[1]);
  const table = reading.schema?.tables[index];
  if (table === undefined) throw new ArchiveFault(`the archive is damaged at ${entry.name}`);
  if (reading.copying?.index !== index) {
    await endCopy(reading);
    reading.copying = startCopy(client, index, `${copySource(table)} FROM STDIN`);
  }
  const { copying } = reading;
  if (copying.failure) throw copying.failure;
  if (!copying.stream.write(entry.content)) await once(copying.stream, 'drain');
}

const parsed = <T>(entry: ReadEntry): T => JSON.parse(entry.content.toString('utf8')) as T;

async function take(client: pg.Client, reading: Reading, entry: ReadEntry): Promise<void> {
  if (entry.name.startsWith('rows/')) return loadRows(client, reading, entry);
  await endCopy(reading);
  if (entry.name === 'backup.json') {
    const { format } = parsed<Header>(entry);
    if (format !== FORMAT) throw new ArchiveFault(`the archive has format ${format}, this release reads ${FORMAT}`);
  } else if (entry.name === 'schema.json') {
    reading.schema = parsed<SchemaDump>(entry);
    for (const sql of reading.schema.before) await client.query(sql);
  } else if (entry.name === 'tables.json') reading.sums = parsed<TableSum[]>(entry);
  else if (entry.name === 'sequences.json') reading.sequences = parsed<SequenceState[]>(entry);
  else if (entry.name.startsWith('files/')) reading.files.push({ name: entry.name.slice('files/'.length), content: entry.content, mode: entry.mode });
  else throw new ArchiveFault(`not a Tegerek backup: it holds ${entry.name}`);
}

/** Reads back what was written: schema and rows must be those of the archive, whatever the server made of them. */
async function checkRestored(client: pg.Client, reading: Reading, schema: SchemaDump): Promise<void> {
  const restored = await readSchema(client);
  const difference = [...restored.before, ...restored.after].find((sql) => !schema.before.includes(sql) && !schema.after.includes(sql));
  if (difference !== undefined || restored.before.length !== schema.before.length || restored.after.length !== schema.after.length) {
    throw new Error(`the restored schema differs from the archive's: ${difference ?? 'something is missing'}`);
  }
  for (const sum of reading.sums) {
    const now = await copyOut(client, sum, () => Promise.resolve());
    if (now.sha256 !== sum.sha256 || now.rows !== sum.rows) throw new Error(`the rows of ${sum.table} differ from the archive's`);
  }
}

/**
 * A restored log may have lost its last entries. A raised epoch tells every client so: they take a fresh snapshot instead of
 * going on from a number that now means something else.
 */
async function raiseEpochs(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ head: string }>(`SELECT c.oid::regclass::text AS head FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'epoch' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND (n.nspname, c.relname) IN (('log', 'head'), ('public', 'log_head'))`);
  let raised = 0;
  for (const { head } of rows) raised += (await client.query(`UPDATE ${head} SET epoch = epoch + 1`)).rowCount ?? 0;
  return raised;
}

async function load(client: pg.Client, request: RestoreRequest): Promise<Reading> {
  const reading: Reading = { sums: [], sequences: [], files: [] };
  for await (const entry of readArchive(request.archive)) await take(client, reading, entry);
  await endCopy(reading);
  if (reading.schema === undefined) throw new ArchiveFault('not a Tegerek backup: it holds no schema');
  request.say('rows loaded; building keys and indexes, and reading everything back');
  for (const sql of reading.schema.after) await client.query(sql);
  for (const { sequence, value, isCalled } of reading.sequences) await client.query('SELECT setval($1::regclass, $2, $3)', [sequence, value, isCalled]);
  await checkRestored(client, reading, reading.schema);
  return reading;
}

/**
 * Restores an archive into an empty database and data folder, in one transaction: it is there whole or not at all. Everything is read back
 * and compared before the commit.
 */
export async function readBackup(request: RestoreRequest): Promise<RestoreReport> {
  const client = new pg.Client({ connectionString: request.url, application_name: 'tegerek restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(SESSION_SETTINGS);
    await client.query('BEGIN');
    await refuseFilled(client);
    const reading = await load(client, request);
    const epochs = await raiseEpochs(client);
    // the files first: a database without its keys would be worse than keys without a database, and can be tried again
    await checkDataFiles(request.dataDir, reading.files);
    await writeDataFiles(request.dataDir, reading.files);
    await client.query('COMMIT');
    const rows = reading.sums.reduce((total, sum) => total + sum.rows, 0);
    return { tables: reading.sums.length, rows, files: reading.files.length, epochs };
  } finally { await client.end().catch(() => undefined); }
}
