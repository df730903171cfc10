import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandName, PayloadInput, Reply } from '@tegerek/contracts';
import { ROWS } from '../modules/index.js';
import type { Actor } from '../platform/commands/actor.js';
import { CommandBus } from '../platform/commands/command-bus.js';
import { createDataSource, migrate } from '../platform/db/database.js';
import { createTestDatabase } from '../platform/db/test-database.js';
import { startServer, type Running } from '../server.js';
import { seedDemo, type Demo } from './seed.js';
import { demoId } from './plan.js';
import { readDemoFile } from './links.js';

/** A server with the demo dialogue on a database of its own: for tests of what happens on the day. */
export interface TestDemo {
  url: string;
  databaseUrl: string;
  server: Running;
  demo: Demo;
  dataDir: string;
  space: string;
  /** The id of anything in the demo by its key: `moderator`, `cso-4`, `panel-1`, `government`, `proposal-1`. */
  id(key: string): string;
  /** Gives a command as this person. */
  give<N extends CommandName>(key: string, name: N, payload: PayloadInput<N>, expect?: { rev: number }): Promise<Reply>;
  execute(actor: Actor, space: string, name: CommandName, payload: unknown): Promise<Reply>;
  close(): Promise<void>;
}

const migrateAll = async (url: string): Promise<void> => {
  const database = await createDataSource(url, ROWS, 2).initialize();
  await migrate(database);
  await database.destroy();
};

export async function startTestDemo(): Promise<TestDemo> {
  const test = await createTestDatabase(migrateAll);
  const dataDir = mkdtempSync(join(tmpdir(), 'tegerek-demo-'));
  const server = await startServer({ port: 0, host: '127.0.0.1', publicUrl: undefined, databaseUrl: test.url, isEmbedded: false, dataDir, logLevel: 'error', demo: false });
  const bus = server.app.get(CommandBus);
  const demo = await seedDemo({ bus, dialogueIds: [], dataDir, now: Date.now() });
  const seed = readDemoFile(dataDir)?.seed;
  if (!demo || seed === undefined) throw new Error('no demo was made');
  const id = (key: string): string => demoId(seed, key);
  return {
    url: `http://127.0.0.1:${server.port}`, databaseUrl: test.url, server, demo, dataDir, space: demo.dialogueId, id,
    give: (key, name, payload, expect) => bus.execute({ kind: 'seat', seatId: id(key) }, { id: randomUUID(), name, space: demo.dialogueId, payload, ...(expect ? { expect } : {}) }),
    execute: (actor, space, name, payload) => bus.execute(actor, { id: randomUUID(), name, space, payload }),
    close: async () => {
      await server.close();
      await test.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** `ok`, or the refusal's code: what most tests ask of an answer. */
export const answer = (reply: Reply): string => (reply.ok ? 'ok' : reply.code);
