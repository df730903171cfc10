import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ServiceAccount } from './embedded-account.js';
import { binary } from './embedded-binaries.js';
import { serverEnv, type ClusterPaths } from './embedded-cluster.js';
import { isServerOf, readPidFile, removeStalePidFile } from './embedded-pid-file.js';
import { isRunning } from './embedded-process.js';

export const DATABASE = 'tegerek';
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const SAY_EVERY_MS = 10_000;
const ATTEMPTS = 40;
/** Faults of a start that pass by themselves: backends of a killed server that are still leaving, a port taken a moment ago. */
const PASSING = /pre-existing shared memory block|could not bind|could not create any TCP\/IP sockets|lock file "postmaster\.pid" already exists/;

export interface RunningServer { readonly pid: number; readonly port: number }
export interface Launch {
  readonly paths: ClusterPaths;
  readonly native: string;
  readonly account: ServiceAccount | undefined;
  readonly password: string;
  readonly log: (line: string) => void;
}

export function serverUrl(password: string, port: number, database = DATABASE): string {
  return `postgres://tegerek:${password}@127.0.0.1:${port}/${database}`;
}

/** Does the server of this very cluster answer there? Another one may have been given the same port. */
async function answers(launch: Launch, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: serverUrl(launch.password, port, 'postgres'), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return realpathSync(rows[0]?.data_directory ?? '/') === realpathSync(launch.paths.cluster);
  } catch { return false; } finally { await client.end().catch(() => undefined); }
}

/** The server that an earlier process left running, once it answers; undefined when there is none. */
export async function findRunning(launch: Launch): Promise<RunningServer | undefined> {
  const { cluster } = launch.paths;
  for (let waitedMs = 0; ; waitedMs += 100) {
    const file = readPidFile(cluster);
    if (file === undefined) return undefined;
    if (!isServerOf(file.pid, cluster)) {
      if (removeStalePidFile(cluster)) launch.log('the database server was killed last time; it recovers now');
      return undefined;
    }
    if (file.status !== 'stopping' && await answers(launch, file.port)) return { pid: file.pid, port: file.port };
    if (waitedMs % SAY_EVERY_MS === 0 && waitedMs > 0) launch.log(`waiting for the database server (pid ${file.pid}, ${file.status || 'starting'})`);
    await sleep(100);
  }
}

function isPortFree(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const probe = createServer().once('error', () => done(undefined)).listen(port, '127.0.0.1', () => {
      const { port: got } = probe.address() as AddressInfo;
      probe.close(() => done(got));
    });
  });
}

/** The port of last time when it is free, so that pools of other processes find a server that came back. */
async function choosePort(home: string): Promise<number> {
  const file = join(home, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (last > 0 ? await isPortFree(last) : undefined) ?? await isPortFree(0);
  if (port === undefined) throw new Error('No free port on 127.0.0.1 for the database server.');
  writeFileSync(file, String(port));
  return port;
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function settings(port: number): string[] {
  const pairs = {
    listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100',
    fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on',
    timezone: 'UTC', log_timezone: 'UTC', lc_messages: 'C', log_line_prefix: '%m [%p] ',
  };
  return ['-p', String(port), ...Object.entries(pairs).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** One try. Resolves with the server, or with the words of one that ended. */
async function tryLaunch(launch: Launch): Promise<RunningServer | string> {
  const { cluster, log, home } = launch.paths;
  const port = await choosePort(home);
  const handle = openLog(log);
  const offset = fstatSync(handle).size;
  const child = spawn(binary(launch.native, 'postgres'), ['-D', cluster, ...settings(port)],
    { ...launch.account, cwd: cluster, env: serverEnv(), detached: true, stdio: ['ignore', handle, handle] });
  closeSync(handle);
  let ended: string | undefined;
  child.once('error', (error) => { ended = error.message; });
  child.once('exit', (code, signal) => { ended ??= `exit code ${code ?? signal ?? '?'}`; });
  child.unref();
  for (let waitedMs = 0; ended === undefined; waitedMs += 20) {
    if (child.pid !== undefined && await answers(launch, port)) return { pid: child.pid, port };
    if (waitedMs % SAY_EVERY_MS === 0 && waitedMs > 0) launch.log('the database server is still starting (after a crash it reads its log first)');
    await sleep(20);
  }
  return `${readFileSync(log).subarray(offset).toString('utf8').trim()}\n${ended}`;
}

/** Starts the server and waits until it answers. Call it under the lock, after {@link findRunning} found none. */
export async function launchServer(launch: Launch): Promise<RunningServer> {
  let words = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await tryLaunch(launch);
    if (typeof outcome !== 'string') return outcome;
    words = outcome;
    if (!PASSING.test(words)) break;
    removeStalePidFile(launch.paths.cluster);
    await sleep(250);
  }
  const reason = words.split('\n').reverse().find((line) => /FATAL|PANIC|error/.test(line)) ?? words.slice(-300);
  throw new Error(`The embedded database did not start: ${reason.trim()} (see ${launch.paths.log})`);
}

/** Fast shutdown: open transactions are rolled back, everything committed is kept. Resolves when the process is gone. */
export async function stopServer(pid: number, cluster: string): Promise<void> {
  if (!isServerOf(pid, cluster)) return;
  try { process.kill(pid, 'SIGINT'); } catch { return; }
  // not isServerOf: a process that is leaving has no command line any more, and is still there
  while (isRunning(pid)) await sleep(20);
}
