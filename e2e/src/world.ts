import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newAdministratorLink } from '@tegerek/api/modules/people/index';
import { ROWS } from '@tegerek/api/modules/index';
import { createDataSource, migrate } from '@tegerek/api/platform/db/database';
import { createTestDatabase, type TestDatabase } from '@tegerek/api/platform/db/test-database';
import { startServer, type Running } from '@tegerek/api/server';
import { INSTANCE_SPACE, type Accepted, type Reply } from '@tegerek/contracts';
import { dialogueFixture, LiveClient, type DialogueFixture, type FixtureSeat } from '@tegerek/testkit';

/** A server on a real Postgres of its own, without the demo. */
export interface World {
  url: string;
  databaseUrl: string;
  dataDir: string;
  server: Running;
  /** A second node on the same database. */
  startNode(): Promise<Running>;
  /** A device of this person, signed in (over HTTP only until it joins). */
  device(dialogueId: string, seat: FixtureSeat, node?: Running): Promise<LiveClient>;
  /** An account that may create dialogues. */
  account(): Promise<LiveClient>;
  /** A dialogue with its seats added, opened unless said otherwise. */
  dialogue(options?: Parameters<typeof dialogueFixture>[0] & { isOpen?: boolean }): Promise<DialogueFixture & { organizerDevice: LiveClient }>;
  close(): Promise<void>;
}

const migrateAll = async (url: string): Promise<void> => {
  const database = await createDataSource(url, ROWS, 2).initialize();
  await migrate(database);
  await database.destroy();
};

export const urlOf = (server: Running): string => `http://127.0.0.1:${server.port}`;

export function accepted(reply: Reply): Accepted {
  if (!reply.ok || !('seq' in reply)) throw new Error(`not accepted: ${JSON.stringify(reply)}`);
  return reply;
}

export async function startWorld(): Promise<World> {
  const test: TestDatabase = await createTestDatabase(migrateAll);
  const dataDir = mkdtempSync(join(tmpdir(), 'tegerek-world-'));
  const start = () => startServer({ port: 0, host: '127.0.0.1', publicUrl: undefined, databaseUrl: test.url, isEmbedded: false, dataDir, logLevel: 'error', demo: false });
  const server = await start();
  const nodes = [server];
  const clients: LiveClient[] = [];
  const newClient = (node: Running = server) => {
    const client = new LiveClient(urlOf(node));
    clients.push(client);
    return client;
  };
  const account = async () => {
    const client = newClient();
    const token = await newAdministratorLink(server.database);
    const login = `admin-${randomUUID().slice(0, 8)}`;
    accepted(await client.give('account.register', { accountId: randomUUID(), token, name: 'Администратор', login, password: 'достаточно длинный пароль' }, { space: INSTANCE_SPACE, over: 'http' }));
    await client.request('POST', '/api/session/login', { login, password: 'достаточно длинный пароль' });
    return client;
  };
  const device = async (dialogueId: string, seat: FixtureSeat, node?: Running) => {
    const client = newClient(node);
    await client.signIn(dialogueId, seat.authKey);
    return client;
  };
  return {
    url: urlOf(server), databaseUrl: test.url, dataDir, server, account, device,
    startNode: async () => {
      const node = await start();
      nodes.push(node);
      return node;
    },
    dialogue: async ({ isOpen = true, ...options } = {}) => {
      const fixture = dialogueFixture(options);
      const owner = await account();
      accepted(await owner.give('dialogue.create', fixture.create, { space: INSTANCE_SPACE, over: 'http' }));
      const space = fixture.dialogueId;
      const others = [fixture.moderator, fixture.rapporteur, fixture.observer, ...fixture.participants];
      for (let i = 0; i < others.length; i += 100) {
        accepted(await owner.give('seat.add', { seats: others.slice(i, i + 100).map((seat) => seat.setup) }, { space, over: 'http' }));
      }
      for (const panel of fixture.panels) accepted(await owner.give('panel.set', panel, { space, over: 'http' }));
      if (isOpen) accepted(await owner.give('dialogue.open', {}, { space, over: 'http' }));
      return { ...fixture, organizerDevice: owner };
    },
    close: async () => {
      for (const client of clients) client.close();
      for (const node of nodes) await node.close();
      await test.drop();
    },
  };
}

/** Gives again, with the same id, while the server asks to wait: what an outbox does. */
export async function patiently(give: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    const reply = await give();
    if (reply.ok || !('retryAfterMs' in reply) || reply.retryAfterMs === undefined) return reply;
    const { retryAfterMs } = reply;
    await new Promise((resolve) => { setTimeout(resolve, retryAfterMs); });
  }
}
