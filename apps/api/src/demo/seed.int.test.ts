import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandBus } from '../platform/commands/command-bus.js';
import { readDemoFile, writeDemoFile } from './links.js';
import { seedDemo } from './seed.js';
import { startTestDemo, type TestDemo } from './test-demo.js';

let day: TestDemo;
beforeAll(async () => { day = await startTestDemo(); });
afterAll(() => day.close());

const count = async (sql: string): Promise<number> => ((await day.server.database.query(sql, [day.space])) as { n: number }[])[0]?.n ?? 0;
const again = (dialogueIds: string[]) => seedDemo({ bus: day.server.app.get(CommandBus), dialogueIds, dataDir: day.dataDir, now: Date.now() });

describe('seedDemo', () => {
  it('makes an open dialogue with scheduled panels, people and prepared proposals', async () => {
    const slug = (await (await fetch(`${day.url}/api/dialogues/by-slug/demo`)).json()) as { id: string; phase: string };
    expect(slug).toMatchObject({ id: day.space, phase: 'open' });
    expect(await count('SELECT count(*)::int AS n FROM people.seat WHERE space = $1')).toBe(35);
    expect(await count(`SELECT count(*)::int AS n FROM panels.panel WHERE space = $1 AND phase = 'scheduled'`)).toBe(4);
    expect(await count('SELECT count(*)::int AS n FROM proposals.proposal WHERE space = $1')).toBe(8);
  });

  it('keeps the links where only the owner reads them', () => {
    const path = join(day.dataDir, 'demo-links.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readDemoFile(day.dataDir)).toMatchObject({ isComplete: true, links: day.demo.links });
  });

  it('changes nothing when it is run again, and goes on after a cut', async () => {
    const head = () => count('SELECT seq::int AS n FROM log.head WHERE log_id = $1');
    const before = await head();
    expect(await again([day.space])).toEqual(day.demo);
    const file = readDemoFile(day.dataDir);
    if (!file) throw new Error('no file of links');
    writeDemoFile(day.dataDir, { ...file, isComplete: false });
    expect(await again([day.space])).toEqual(day.demo);
    expect(await head()).toBe(before);
    expect(readDemoFile(day.dataDir)?.isComplete).toBe(true);
  });

  it('stays out of an installation that has dialogues of its own', async () => {
    rmSync(join(day.dataDir, 'demo-links.json'));
    expect(await again(['0c8a4f0e-0000-4000-8000-000000000001'])).toBeUndefined();
    expect(existsSync(join(day.dataDir, 'demo-links.json'))).toBe(false);
    writeDemoFile(day.dataDir, { version: 1, seed: 'x', startedAt: 0, isComplete: true, links: [] });
    expect(await again([day.space])).toBeUndefined();
  });
});
