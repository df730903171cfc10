import { randomUUID } from 'node:crypto';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@tegerek/api/platform/commands/command-bus';
import { startEmbeddedPostgres } from '@tegerek/api/platform/db/embedded-postgres';
import { startServer, type Running } from '@tegerek/api/server';
import { INSTANCE_SPACE } from '@tegerek/contracts';
import type { Stage } from './rehearse.js';

export interface Temporary {
  server: Running;
  /** Ends it and wipes everything that it held. */
  wipe(): Promise<void>;
}

/** A server on a database of its own in a temporary folder. `port` 0: any. */
export async function startTemporary(options: { port: number; host: string; publicUrl: string | undefined; log: (line: string) => void }): Promise<Temporary> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tegerek-rehearsal-'));
  // the database may run as another user than this process
  chmodSync(dataDir, 0o711);
  const database = await startEmbeddedPostgres({ dataDir, log: options.log });
  const end = async (): Promise<void> => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { port, host, publicUrl } = options;
    const server = await startServer({ port, host, publicUrl, databaseUrl: database.url, isEmbedded: true, dataDir, logLevel: 'error', demo: false });
    return { server, wipe: async () => { await server.close(); await end(); } };
  } catch (error) {
    await end();
    throw error;
  }
}

/** A server of this process as the place of a rehearsal; its operator creates the dialogue. */
export const stageOf = ({ app, port }: Pick<Running, 'app' | 'port'>): Stage => ({
  url: `http://127.0.0.1:${port}`,
  create: async (payload) => {
    const reply = await app.get(CommandBus).execute({ kind: 'system' }, { id: randomUUID(), name: 'dialogue.create', space: INSTANCE_SPACE, payload });
    if (!reply.ok) throw new Error(`the dialogue was refused: ${reply.code}`);
  },
});
