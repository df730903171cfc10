import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The account that initdb and the server run as; undefined: our own. */
export interface ServiceAccount { readonly uid: number; readonly gid: number }

/** PostgreSQL refuses to run as root. An existing cluster keeps its owner; a new one goes to the first of these that exists. */
const CANDIDATES = ['postgres', 'nobody', 'daemon'];

export function serviceAccount(cluster: string): ServiceAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const fields = lines.find((line) => line[0] === name);
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(`PostgreSQL may not run as root, and /etc/passwd has none of the accounts ${CANDIDATES.join(', ')}.`);
}

/** Can any account walk down to this path? Every folder on the way needs the execute bit for others. */
export function isReachableByOthers(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Makes a folder, and those above it that are missing, so that the server's account can walk through them. */
export function makeWalkable(path: string): void {
  mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}
