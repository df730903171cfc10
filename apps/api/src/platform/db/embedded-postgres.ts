import { rmSync } from 'node:fs';
import pg from 'pg';
import { serviceAccount } from './embedded-account.js';
import { nativeFolder } from './embedded-binaries.js';
import { clusterPassword, clusterPaths, ensureCluster, type ClusterPaths } from './embedded-cluster.js';
import { withFileLock } from './embedded-lock.js';
import { DATABASE, findRunning, launchServer, serverUrl, stopServer, type Launch, type RunningServer } from './embedded-server.js';
import { countUsers, joinUsers } from './embedded-users.js';
import { endWatchdog, ensureWatchdog } from './embedded-watch.js';

export interface EmbeddedOptions {
  /** The installation's data folder; the server keeps everything in its subfolder `postgres`. */
  readonly dataDir: string;
  /** Receives one line per step that a person may have to wait for. */
  readonly log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Superuser connection to the database `tegerek`, on 127.0.0.1. */
  readonly url: string;
  /** True when a server that was already running is used. */
  readonly reused: boolean;
  /** Process id of the server. */
  readonly pid: number;
  /** Leaves the server, and stops it when nobody else uses it. A second call does nothing. */
  stop(): Promise<void>;
}

async function ensureDatabase(password: string, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl(password, port, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally { await client.end(); }
}

async function leave(paths: ClusterPaths, mark: string, server: RunningServer): Promise<void> {
  await withFileLock(paths.lock, async () => {
    rmSync(mark, { force: true });
    if (countUsers(paths.users) > 0) return;
    await stopServer(server.pid, paths.cluster);
    endWatchdog(paths);
  });
}

async function openUnderLock(paths: ClusterPaths, log: (line: string) => void): Promise<RunningServer & { mark: string; password: string; reused: boolean }> {
  const account = serviceAccount(paths.cluster);
  const native = nativeFolder(account);
  if (await ensureCluster(paths, native, account)) log(`made a new database in ${paths.cluster}`);
  const launch: Launch = { paths, native, account, password: clusterPassword(paths), log };
  const found = await findRunning(launch);
  const server = found ?? await launchServer(launch);
  // before anything that can fail: from here on the server has a user, and the watchdog an eye on it
  const mark = joinUsers(paths.users);
  ensureWatchdog(paths);
  await ensureDatabase(launch.password, server.port);
  return { ...server, mark, password: launch.password, reused: found !== undefined };
}

/**
 * Starts the PostgreSQL whose programs came from npm, or joins the one that already serves this data folder. The cluster
 * survives restarts, kill -9 of us and of the server; it is never deleted. Several processes may use one data folder.
 * Rejects with one clear line when it cannot.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const paths = clusterPaths(options.dataDir);
  const log = options.log ?? (() => undefined);
  const opened = await withFileLock(paths.lock, () => openUnderLock(paths, log));
  let left: Promise<void> | undefined;
  return {
    url: serverUrl(opened.password, opened.port), reused: opened.reused, pid: opened.pid,
    stop: () => (left ??= leave(paths, opened.mark, opened)),
  };
}
