import type { RehearsalRun } from '@tegerek/contracts';
import type { DataSource } from 'typeorm';
import { RunRow } from './run.row.js';

/** Rehearsals of a dialogue that are still there, newest first, as they stand when no process runs them. */
export async function runsOf(database: DataSource, source: string): Promise<RehearsalRun[]> {
  const rows = await database.getRepository(RunRow).find({ where: { source }, order: { startedAt: 'DESC' } });
  return rows.map(({ slug, people, seed, pace, startedAt }) => ({ slug, people, seed, pace, startedAt: Number(startedAt), state: 'left', panels: 0, closed: 0, step: null, links: [], faults: [] }));
}

export async function noteRun(database: DataSource, row: RunRow): Promise<void> {
  await database.getRepository(RunRow).insert(row);
}
