import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { answer, startTestDemo, type TestDemo } from './demo/test-demo.js';
import { DialogueRow } from './modules/dialogues/index.js';
import { PanelRow } from './modules/panels/index.js';
import { SeatRow } from './modules/people/index.js';
import { ROWS } from './modules/index.js';
import { beginAtHead } from './platform/log/log.store.js';
import { selectRows, selectTogether, type RowClass } from './platform/db/rows.js';
import { begin, commit, readTogether, run, together } from './platform/db/statement.js';

let day: TestDemo;
beforeAll(async () => { day = await startTestDemo(); });
afterAll(() => day.close());

async function onRunner<T>(use: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = day.server.database.createQueryRunner();
  await runner.connect();
  try {
    return await use(runner);
  } finally {
    await runner.release();
  }
}
const language = async (seatId: string): Promise<string | undefined> => (await day.server.database.query('SELECT language FROM people.seat WHERE id = $1', [seatId]))[0]?.language;
const SET = 'UPDATE people.seat SET language = $2 WHERE id = $1';

describe('statements given together', () => {
  it('commit all of their writes, or none when one fails, and leave the connection usable', () => onRunner(async (runner) => {
    const seatId = day.id('cso-3');
    await together(runner, () => Promise.all([begin(runner, 'SELECT 1'), run(runner, SET, [seatId, 'ky']), commit(runner)]));
    expect(await language(seatId)).toBe('ky');
    const failing = together(runner, () => Promise.all([begin(runner, 'SELECT 1'), run(runner, SET, [seatId, 'en']), run(runner, 'SELECT 1 / $1::int', [0]), run(runner, SET, [seatId, 'ru']), commit(runner)]));
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    await runner.query('ROLLBACK');
    expect(await language(seatId)).toBe('ky');
    expect(await run(runner, 'SELECT $1::int AS one', [1])).toEqual([{ one: 1 }]);
  }));

  it('read after the lock what was committed while they waited for it', () => onRunner((first) => onRunner(async (second) => {
    const seatId = day.id('cso-4');
    await beginAtHead(first, day.space);
    const waiting = together(second, () => Promise.all([beginAtHead(second, day.space), run<{ language: string }>(second, 'SELECT language FROM people.seat WHERE id = $1', [seatId])]));
    await run(first, SET, [seatId, 'en']);
    await commit(first);
    expect((await waiting)[1]).toEqual([{ language: 'en' }]);
    await commit(second);
  })));

  it('are answered each for itself on one connection', async () => {
    const answers = await readTogether(day.server.database, (read) => Promise.all([read('SELECT $1::int AS n', [1]), read('SELECT $1::text AS t', ['два'])]));
    expect(answers).toEqual([[{ n: 1 }], [{ t: 'два' }]]);
  });
});

describe('rows of several tables in one statement', () => {
  it('are those that each table gives alone, in every table that has rows', () => onRunner(async (runner) => {
    expect(answer(await day.give('moderator', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'open' }))).toBe('ok');
    const tables: [RowClass<object>, string[]][] = [];
    for (const row of ROWS as RowClass<object>[]) {
      const { tableName, schema, columns } = day.server.database.getMetadata(row);
      if (!columns.some(({ databaseName }) => databaseName === 'id')) continue;
      const ids = (await day.server.database.query(`SELECT id FROM "${schema ?? 'public'}"."${tableName}" LIMIT 20`)) as { id: string }[];
      tables.push([row, [...ids.map(({ id }) => id), randomUUID()]]);
    }
    expect(tables.filter(([row, ids]) => [DialogueRow, PanelRow, SeatRow].includes(row as never) && ids.length > 1)).toHaveLength(3);
    const found = await selectTogether(runner, tables);
    const byId = (rows: object[]) => rows.toSorted((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1));
    for (const [i, [row, ids]] of tables.entries()) expect(byId(found[i] ?? [])).toEqual(byId(await selectRows(runner, row, ids)));
  }));
});
