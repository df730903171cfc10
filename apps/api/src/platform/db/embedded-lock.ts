import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatMark, isSameProcess, markOf, parseMark } from './embedded-process.js';

/** How long a lock file may stay empty: its maker died between creating and filling it. */
const EMPTY_FOR_MS = 10_000;

function tryCreate(path: string): boolean {
  try {
    writeFileSync(path, formatMark(markOf(process.pid)), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(path: string): boolean {
  try {
    const holder = parseMark(readFileSync(path, 'utf8'));
    if (holder) return !isSameProcess(holder);
    return Date.now() - statSync(path).mtimeMs > EMPTY_FOR_MS;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Only who holds `path.break` may remove a stale lock: two waiters could otherwise remove each other's fresh one. */
function breakStale(path: string): void {
  const breaker = `${path}.break`;
  if (!tryCreate(breaker)) {
    if (isStale(breaker)) rmSync(breaker, { force: true });
    return;
  }
  try { if (isStale(path)) rmSync(path, { force: true }); } finally { rmSync(breaker, { force: true }); }
}

/** Runs `work` while holding the lock file. A lock whose holder died is taken over; a living holder is waited for. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!tryCreate(path)) {
    if (isStale(path)) breakStale(path);
    else await sleep(50);
  }
  try { return await work(); } finally { rmSync(path, { force: true }); }
}
