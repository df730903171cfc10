import { ballotList, readBallots } from '../../ballots/index.js';
import { listed } from '../../votes/index.js';
import type { DataSource, QueryRunner } from 'typeorm';
import type { StoredNote } from '../../../platform/log/checkpoints.js';

export interface SpaceCopy {
  space: string;
  /** Canonical headers, in order. */
  headers: string[];
  payloads: { seq: number; i: number; salt: string | null; body: string | null }[];
  /** Published lists of closed votes, by vote id. */
  lists: Map<string, string>;
  resolutions: { number: number; canon: string; sha256: string }[];
  checkpoints: StoredNote[];
  /** Public halves of the keys that signed them: `name+id+base64`. */
  keys: string[];
}

/** Everything that a bundle is made of, as of one moment: one REPEATABLE READ READ ONLY transaction. `undefined`: no such dialogue. */
export async function readSpace(database: DataSource, space: string): Promise<SpaceCopy | undefined> {
  const runner = database.createQueryRunner();
  try {
    await runner.connect();
    await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      return await copy(runner, space);
    } finally {
      await runner.query('COMMIT');
    }
  } finally {
    await runner.release();
  }
}

async function copy(runner: QueryRunner, space: string): Promise<SpaceCopy | undefined> {
  const select = async <T>(sql: string): Promise<T[]> => (await runner.query(sql, [space])) as T[];
  const entries = await select<{ canon: string }>('SELECT canon FROM log.entry WHERE log_id = $1 ORDER BY seq');
  if (entries.length === 0) return undefined;
  const closed = await select<{ id: string; box: string }>(`SELECT id, box FROM votes.vote WHERE space = $1 AND state = 'closed' ORDER BY opened_seq`);
  const lists = new Map<string, string>();
  for (const { id, box } of closed) lists.set(id, ballotList((await readBallots(async (sql, values) => (await runner.query(sql, values)) as never, box)).map(listed)));
  return {
    space, lists, headers: entries.map(({ canon }) => canon),
    payloads: await select('SELECT seq, i, salt, body FROM log.payload WHERE log_id = $1 ORDER BY seq, i'),
    resolutions: await select('SELECT number, canon, sha256 FROM resolutions.resolution WHERE space = $1 ORDER BY number'),
    checkpoints: await select('SELECT seq, note FROM log.checkpoint WHERE log_id = $1 ORDER BY seq'),
    keys: [],
  };
}
