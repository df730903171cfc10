import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isServerProgram } from './embedded-binaries.js';
import { commandLineOf, isRunning } from './embedded-process.js';

/** What the running server wrote about itself. */
export interface PidFile { readonly pid: number; readonly port: number; readonly status: string }

/** Undefined when there is none, or when it is not written out yet. */
export function readPidFile(cluster: string): PidFile | undefined {
  let text: string;
  try { text = readFileSync(join(cluster, 'postmaster.pid'), 'utf8'); } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() } : undefined;
}

/** Is this process the server of this cluster? Where the system does not tell, a living process is taken for it. */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  const words = commandLineOf(pid);
  if (words === undefined) return true;
  if (!isServerProgram(words[0] ?? '')) return false;
  if (words.includes(cluster)) return true;
  try { return readlinkSync(`/proc/${pid}/cwd`) === cluster; } catch { return true; }
}

/**
 * Removes a postmaster.pid whose server is gone. PostgreSQL does so itself, but not when the number is a zombie's (a server
 * killed together with its parent, in a container without init) or was given to another program.
 */
export function removeStalePidFile(cluster: string): boolean {
  const file = readPidFile(cluster);
  if (file === undefined || isServerOf(file.pid, cluster)) return false;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return true;
}
