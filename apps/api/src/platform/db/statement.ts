import type { ClientBase } from 'pg';
import type { QueryRunner } from 'typeorm';

/** A hot statement on the runner's connection, parsed and planned once per connection. The text of a name never changes. */
export async function run<T>(runner: QueryRunner, name: string, text: string, values: readonly unknown[]): Promise<T[]> {
  const client = (await runner.connect()) as ClientBase;
  return (await client.query({ name, text, values: [...values] })).rows as T[];
}

/**
 * Begins a transaction with its time limits and runs one more statement in the same round trip. `statement` is written into the text: ids that
 * were checked to be UUIDs, nothing else.
 */
export async function begin<T>(runner: QueryRunner, statement: string): Promise<T[]> {
  const client = (await runner.connect()) as ClientBase;
  const results = (await client.query(`BEGIN; SET LOCAL statement_timeout = '10s'; SET LOCAL lock_timeout = '5s'; ${statement}`)) as unknown as { rows: T[] }[];
  return results.at(-1)?.rows ?? [];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** An id as a literal of SQL. @throws TypeError when it is no UUID */
export function uuidLiteral(id: string): string {
  if (!UUID.test(id)) throw new TypeError('not a UUID');
  return `'${id}'::uuid`;
}
