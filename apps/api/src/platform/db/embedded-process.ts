import { readFileSync } from 'node:fs';

/** One process, told apart from a later one that got the same number. `startedAt` is empty where the system does not tell it. */
export interface ProcessMark { readonly pid: number; readonly startedAt: string }

/** The fields of Linux's /proc/<pid>/stat after the command name; undefined when there is no such process or no /proc. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch { return undefined; }
}

/** Does the process run? A zombie, dead but not yet collected by its parent, does not. */
export function isRunning(pid: number): boolean {
  try { process.kill(pid, 0); } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const state = statFields(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: statFields(pid)?.[19] ?? '' };
}

/** Is the very process of the mark still there? */
export function isSameProcess(mark: ProcessMark): boolean {
  if (!isRunning(mark.pid)) return false;
  const now = markOf(mark.pid).startedAt;
  return mark.startedAt === '' || now === '' || now === mark.startedAt;
}

export function formatMark(mark: ProcessMark): string { return `${mark.pid}-${mark.startedAt}`; }

/** The inverse of {@link formatMark}; undefined for anything else. */
export function parseMark(text: string): ProcessMark | undefined {
  const match = /^(\d+)-(\d*)$/.exec(text.trim());
  return match ? { pid: Number(match[1]), startedAt: match[2] ?? '' } : undefined;
}

/** The words of the command line; undefined where the system does not tell them. */
export function commandLineOf(pid: number): string[] | undefined {
  try { return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'); } catch { return undefined; }
}
