import type { CommandName, Payload } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';
import { run } from '../db/statement.js';

/** A command that `system` executes at or after `at` (ms); the id is derived, so scheduling twice is once. */
export interface Due {
  id: string;
  space: string;
  at: number;
  name: CommandName;
  payload: Payload;
}

export async function storeDue(runner: QueryRunner, due: readonly Due[]): Promise<void> {
  await run(runner,
    `INSERT INTO log.due (id, space, at, name, payload) SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, space uuid, at bigint, name text, payload jsonb) ON CONFLICT DO NOTHING`,
    [JSON.stringify(due)],
  );
}
