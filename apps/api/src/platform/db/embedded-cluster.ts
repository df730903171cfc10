import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, fsyncSync, mkdirSync, openSync, closeSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isReachableByOthers, makeWalkable, type ServiceAccount } from './embedded-account.js';
import { POSTGRES_MAJOR, binary } from './embedded-binaries.js';

/** Where one data folder keeps its embedded server. All of it is below `DATA_DIR/postgres`, which backups leave out. */
export interface ClusterPaths {
  /** Ours: password, log, lock, users. */
  readonly home: string;
  /** The cluster itself, owned by the server's account. Named with its major version: another major never opens it. */
  readonly cluster: string;
  readonly log: string;
  readonly lock: string;
  readonly users: string;
  readonly password: string;
}

const FOLDER = `pgdata-${POSTGRES_MAJOR}`;

/** Below a folder that the server's account cannot enter, the cluster goes to /var/lib, and a file remembers where. */
function clusterFolder(home: string): string {
  const own = join(home, FOLDER);
  const pointer = join(home, `${FOLDER}.location`);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  if (process.getuid?.() !== 0 || existsSync(own) || isReachableByOthers(home)) return own;
  const elsewhere = join('/var/lib', `tegerek-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
  makeWalkable(elsewhere);
  writeFileSync(pointer, `${join(elsewhere, FOLDER)}\n`);
  return join(elsewhere, FOLDER);
}

export function clusterPaths(dataDir: string): ClusterPaths {
  const wanted = join(resolve(dataDir), 'postgres');
  makeWalkable(wanted);
  const home = realpathSync(wanted);
  const at = (name: string): string => join(home, name);
  const users = at('users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  return { home, cluster: clusterFolder(home), log: at(`server-${POSTGRES_MAJOR}.log`), lock: at('lock'), users, password: at('password') };
}

/** Throws EACCES, instead of answering no, where we may not look. */
function hasCluster(folder: string): boolean { return statSync(join(folder, 'PG_VERSION'), { throwIfNoEntry: false }) !== undefined; }

/** The superuser's password; made with the cluster, never after. */
export function clusterPassword(paths: ClusterPaths): string {
  if (existsSync(paths.password)) return readFileSync(paths.password, 'utf8');
  if (hasCluster(paths.cluster)) throw new Error(`${paths.password} is missing: without it the database in ${paths.cluster} cannot be opened. Put it back.`);
  const password = randomBytes(24).toString('hex');
  writeFileSync(paths.password, password, { mode: 0o600, flush: true });
  return password;
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try { fsyncSync(handle); } finally { closeSync(handle); }
}

/** An older major's cluster must never be passed over in silence: the data would seem gone. */
function refuseOtherMajor(home: string): void {
  const other = readdirSync(home).find((name) => /^pgdata-\d+$/.test(name) && name !== FOLDER);
  if (other === undefined) return;
  throw new Error(`${join(home, other)} is of another PostgreSQL version than ${POSTGRES_MAJOR}: write a backup with the release that made it (tegerek backup), move that folder away and restore.`);
}

/** Runs initdb; rejects with its words. */
function initdb(native: string, folder: string, passwordFile: string, account: ServiceAccount | undefined): Promise<void> {
  const args = ['-D', folder, '-U', 'tegerek', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-locale', '--no-instructions'];
  const child = spawn(binary(native, 'initdb'), args, { ...account, cwd: folder, env: serverEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { words = (words + text).slice(-4000); });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => { if (code === 0) done(); else fail(new Error(`initdb failed (exit code ${code}): ${words.trim()}`)); });
  });
}

/** Nothing of our own environment reaches the server, least of all a secret. */
export function serverEnv(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return { ...(PATH === undefined ? {} : { PATH }), ...(SystemRoot === undefined ? {} : { SystemRoot }), LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Makes the cluster when there is none. It is built beside its place and renamed into it, so that a half-made one is never
 * taken for a whole one and a whole one is never deleted. Call it under the lock. Returns whether it made one.
 */
export async function ensureCluster(paths: ClusterPaths, native: string, account: ServiceAccount | undefined): Promise<boolean> {
  if (hasCluster(paths.cluster)) return false;
  refuseOtherMajor(paths.home);
  if (existsSync(paths.cluster)) throw new Error(`${paths.cluster} is not a PostgreSQL cluster: move it away or set another DATA_DIR.`);
  const password = clusterPassword(paths);
  const unfinished = `${paths.cluster}.new`;
  const passwordFile = `${paths.cluster}.pw`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
    await initdb(native, unfinished, passwordFile, account);
  } finally { rmSync(passwordFile, { force: true }); }
  renameSync(unfinished, paths.cluster);
  syncFolder(join(paths.cluster, '..'));
  return true;
}
