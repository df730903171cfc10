import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../apps/api/dist/platform/db/embedded-postgres.js';
import { removeTestData } from './jest-postgres-teardown.mjs';

const PREFIX = 'tegerek-test-pg-';

function isAlive(pid) {
  try { process.kill(pid, 0); return true; } catch (error) { return error.code === 'EPERM'; }
}

/** A killed run leaves its folder behind; the watchdog has stopped its server by the time its owner is long gone. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (pid > 0 && !isAlive(pid)) removeTestData(join(tmpdir(), name));
  }
}

/** One embedded server per Jest run; its address goes to the workers as TEGEREK_TEST_PG. Where that is set already, the tests use that server. */
export default async function startTestServer() {
  sweep();
  if (process.env.TEGEREK_TEST_PG) return;
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(dataDir, 0o711); // as root the server runs as another account, which has to get in
  const server = await startEmbeddedPostgres({ dataDir });
  process.env.TEGEREK_TEST_PG = server.url;
  globalThis.tegerekTestServer = { server, dataDir };
}
