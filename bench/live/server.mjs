// The real server in a process of its own; reports its CPU time over IPC. `isSingle`: every command is a batch of its own, so that
// one commit per command is measured under the same lock, with the same statements, over the same sockets. `isUnhurried`: nobody has a
// rate, so that a long log can be written by its ordinary commands.
import { randomUUID } from 'node:crypto';
import { newAdministratorLink } from '../../apps/api/dist/modules/people/index.js';
import { BatchRunner } from '../../apps/api/dist/platform/commands/batch-runner.js';
import { CommandBus } from '../../apps/api/dist/platform/commands/command-bus.js';
import { Rate } from '../../apps/api/dist/platform/commands/rate.js';
import { startServer } from '../../apps/api/dist/server.js';
import { childArgument, serve } from '../lib/child.mjs';
import { meter } from './meter.mjs';

const { databaseUrl, dataDir, isSingle = false, isUnhurried = false, profile } = childArgument();
if (isUnhurried) Rate.prototype.take = () => 0;
const server = await startServer({ port: 0, host: '127.0.0.1', publicUrl: undefined, databaseUrl, isEmbedded: false, dataDir, logLevel: 'error', demo: false });
const bus = server.app.get(CommandBus);

if (isSingle) {
  const runner = server.app.get(BatchRunner);
  const run = runner.run.bind(runner);
  runner.run = async (database, space, waiting) => { for (const one of waiting) await run(database, space, [one]); };
}

serve({
  ...meter(profile),
  execute: ({ actor, name, space, payload, expect }) => bus.execute(actor, { id: randomUUID(), name, space, payload, ...(expect ? { expect } : {}) }),
  administratorLink: () => newAdministratorLink(server.database),
  stop: () => server.close(),
}, { port: server.port });
