// Runs as a process of its own beside the embedded server and stops it when the last process that used it is gone,
// however that one ended (kill -9, a test run that was ended). Argument: DATA_DIR.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterPaths, type ClusterPaths } from './embedded-cluster.js';
import { withFileLock } from './embedded-lock.js';
import { isServerOf, readPidFile } from './embedded-pid-file.js';
import { stopServer } from './embedded-server.js';
import { countUsers } from './embedded-users.js';
import { watchdogMark } from './embedded-watch.js';

const EVERY_MS = 1000;

/** True when nothing is left to watch. */
async function check(paths: ClusterPaths): Promise<boolean> {
  return withFileLock(paths.lock, async () => {
    const server = readPidFile(paths.cluster);
    const isUp = server !== undefined && isServerOf(server.pid, paths.cluster);
    if (isUp && countUsers(paths.users) > 0) return false;
    if (isUp) await stopServer(server.pid, paths.cluster);
    rmSync(watchdogMark(paths), { force: true });
    return true;
  });
}

const dataDir = process.argv[2] ?? '';
while (existsSync(join(dataDir, 'postgres', 'users'))) {
  await sleep(EVERY_MS);
  if (!existsSync(join(dataDir, 'postgres', 'users'))) break;
  const paths = clusterPaths(dataDir);
  // without the lock first: in quiet times nobody has to wait for us
  const server = readPidFile(paths.cluster);
  const isQuiet = server !== undefined && isServerOf(server.pid, paths.cluster) && countUsers(paths.users) > 0;
  const mark = existsSync(watchdogMark(paths)) ? readFileSync(watchdogMark(paths), 'utf8') : '';
  if (mark !== '' && !mark.startsWith(`${process.pid}-`)) break;
  if (!isQuiet && await check(paths)) break;
}
