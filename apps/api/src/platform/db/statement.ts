import type { ClientBase, Pool } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** The driver's client under a connected runner. @throws Error when the runner was not connected, or is released */
function clientOf(runner: QueryRunner): ClientBase {
  const { databaseConnection } = runner as unknown as { databaseConnection?: ClientBase };
  if (!databaseConnection || runner.isReleased) throw new Error('Query runner already released');
  return databaseConnection;
}

const names = new Map<string, string>();

/** A short name for a statement's text, the same for the same text: Postgres parses and plans it once per connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `s${names.size}`));
  return name;
}

/**
 * A hot statement on the runner's connection. It is on its way when this returns; statements are executed in the order in which they were
 * given, each with a view of its own of what is committed. Texts are a fixed set: each is kept prepared for as long as its connection lives.
 */
export async function run<T>(runner: QueryRunner, text: string, values: readonly unknown[]): Promise<T[]> {
  return (await clientOf(runner).query({ name: nameOf(text), text, values: [...values] })).rows as T[];
}

/**
 * Statements that `give` gives before it returns leave in one write: one round trip however many they are. When one fails, those after it in
 * the same transaction fail too, its COMMIT included.
 */
export async function together<T>(runner: QueryRunner, give: () => Promise<T>): Promise<T> {
  return inOneWrite(clientOf(runner), give);
}

function inOneWrite<T>(client: ClientBase, give: () => Promise<T>): Promise<T> {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
  stream.cork();
  try {
    return give();
  } finally {
    stream.uncork();
  }
}

/** One read on one connection: text and values to rows. */
export type Read = <T>(text: string, values: readonly unknown[]) => Promise<T[]>;

function poolOf(database: DataSource): Pool {
  const { master } = database.driver as unknown as { master?: Pool };
  if (!master) throw new Error('Driver not Connected');
  return master;
}

/** A read of its own on a connection of the pool, outside any transaction. Texts are a fixed set, as in `run`. */
export async function read<T>(database: DataSource, text: string, values: readonly unknown[]): Promise<T[]> {
  return (await poolOf(database).query({ name: nameOf(text), text, values: [...values] })).rows as T[];
}

/** Reads that `give` gives before it returns, on one connection in one round trip. They share no transaction. */
export async function readTogether<T>(database: DataSource, give: (read: Read) => Promise<T>): Promise<T> {
  const client = await poolOf(database).connect();
  const query: Read = async <R>(text: string, values: readonly unknown[]) => (await client.query({ name: nameOf(text), text, values: [...values] })).rows as R[];
  try {
    return await inOneWrite(client, () => give(query));
  } finally {
    client.release();
  }
}

/**
 * Begins a transaction with its time limits and runs one more statement in the same round trip. `statement` is written into the text: ids that
 * were checked to be UUIDs, nothing else.
 */
export async function begin<T>(runner: QueryRunner, statement: string): Promise<T[]> {
  const results = (await clientOf(runner).query(`BEGIN; SET LOCAL statement_timeout = '10s'; SET LOCAL lock_timeout = '5s'; ${statement}`)) as unknown as { rows: T[] }[];
  return results.at(-1)?.rows ?? [];
}

/** Makes the transaction durable. Given together with its writes it commits all of them or, when one fails, none. */
export async function commit(runner: QueryRunner): Promise<void> {
  await clientOf(runner).query('COMMIT');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** An id as a literal of SQL. @throws TypeError when it is no UUID */
export function uuidLiteral(id: string): string {
  if (!UUID.test(id)) throw new TypeError('not a UUID');
  return `'${id}'::uuid`;
}
