// The real server in a process of its own; reports its CPU time over IPC. `isSingle`: every command is a batch of its own, so that
// one commit per command is measured under the same lock, with the same statements, over the same sockets.
import { randomUUID } from 'node:crypto';
import { newAdministratorLink } from '../../apps/api/dist/modules/people/index.js';
import { BatchRunner } from '../../apps/api/dist/platform/commands/batch-runner.js';
import { CommandBus } from '../../apps/api/dist/platform/commands/command-bus.js';
import { startServer } from '../../apps/api/dist/server.js';
import { childArgument, serve } from '../lib/child.mjs';
import { meter } from './meter.mjs';

const { databaseUrl, dataDir, isSingle = false, profile } = childArgument();
const server = await startServer({ port: 0, host: '127.0.0.1', publicUrl: undefined, databaseUrl, isEmbedded: false, dataDir, logLevel: 'error', demo: false });
const bus = server.app.get(CommandBus);

if (isSingle) {
  const runner = server.app.get(BatchRunner);
  const run = runner.run.bind(runner);
  runner.run = async (database, space, waiting) => { for (const one of waiting) await run(database, space, [one]); };
}

serve({
  ...meter(profile),
  execute: ({ actor, name, space, payload }) => bus.execute(actor, { id: randomUUID(), name, space, payload }),
  administratorLink: () => newAdministratorLink(server.database),
  stop: () => server.close(),
}, { port: server.port });
