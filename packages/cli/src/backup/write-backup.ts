import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PART_BYTES, createArchive, type Writer } from './archive.js';
import { SESSION_SETTINGS, readSchema, type CopiedTable } from './catalogue.js';
import { readDataFiles } from './data-files.js';

export const FORMAT = 1;

/** The first entry. */
export interface Header { readonly format: number; readonly madeAt: string; readonly postgres: string }
/** The rows of one table, as they were read. */
export interface TableSum { readonly table: string; readonly columns: readonly string[]; readonly rows: number; readonly sha256: string }
export interface SequenceState { readonly sequence: string; readonly value: string; readonly isCalled: boolean }

export interface BackupReport { readonly tables: number; readonly rows: number; readonly files: number; readonly bytes: number }
export interface BackupRequest {
  readonly url: string;
  readonly dataDir: string;
  readonly out: string;
  readonly say: (line: string) => void;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 1));

export function copySource({ table, columns }: CopiedTable): string {
  return columns.length > 0 ? `COPY ${table} (${columns.join(', ')})` : `COPY ${table}`;
}

/** Reads a table's rows in parts, each handed on before the next is read. */
export async function copyOut(client: pg.ClientBase, table: CopiedTable, part: (content: Buffer) => Promise<void>): Promise<TableSum> {
  const hash = createHash('sha256');
  const stream = client.query(copyTo(`${copySource(table)} TO STDOUT`));
  let held: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (size > 0) await part(Buffer.concat(held));
    held = [];
    size = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    held.push(chunk);
    size += chunk.length;
    if (size >= PART_BYTES) await flush();
  }
  await flush();
  return { ...table, rows: stream.rowCount ?? 0, sha256: hash.digest('hex') };
}

async function sequenceStates(client: pg.ClientBase, names: readonly string[]): Promise<SequenceState[]> {
  const states: SequenceState[] = [];
  for (const sequence of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(`SELECT last_value::text AS value, is_called AS called FROM ${sequence}`);
    states.push({ sequence, value: rows[0]?.value ?? '1', isCalled: rows[0]?.called ?? false });
  }
  return states;
}

async function writeDatabase(client: pg.Client, archive: Writer, say: (line: string) => void): Promise<TableSum[]> {
  const { rows: [version] } = await client.query<{ server_version: string }>('SHOW server_version');
  await archive.add('backup.json', json({ format: FORMAT, madeAt: new Date().toISOString(), postgres: version?.server_version ?? '' } satisfies Header));
  const schema = await readSchema(client);
  await archive.add('schema.json', json(schema));
  const sums: TableSum[] = [];
  for (const [index, table] of schema.tables.entries()) {
    let part = 0;
    sums.push(await copyOut(client, table, (content) => archive.add(`rows/${index}/${part++}`, content)));
    say(`${table.table}: ${sums.at(-1)?.rows ?? 0} rows`);
  }
  await archive.add('tables.json', json(sums));
  await archive.add('sequences.json', json(await sequenceStates(client, schema.sequences)));
  return sums;
}

/**
 * One consistent view of the whole database (REPEATABLE READ) and the files of the data folder, while the installation runs.
 * The files are read after the database: a key that a row needs is older than the row. Rejects, leaving no archive, when anything fails.
 */
export async function writeBackup(request: BackupRequest): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: request.url, application_name: 'tegerek backup' });
  client.on('error', () => undefined);
  await client.connect();
  const archive = createArchive(request.out);
  try {
    await client.query(SESSION_SETTINGS);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const sums = await writeDatabase(client, archive, request.say);
    await client.query('COMMIT');
    const files = await readDataFiles(request.dataDir, request.out);
    for (const file of files) await archive.add(`files/${file.name}`, file.content, file.mode);
    const bytes = await archive.finish();
    return { tables: sums.length, rows: sums.reduce((total, sum) => total + sum.rows, 0), files: files.length, bytes };
  } catch (error) {
    await archive.abandon();
    throw error;
  } finally { await client.end().catch(() => undefined); }
}
