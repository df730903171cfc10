import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverEnv, type ClusterPaths } from './embedded-cluster.js';
import { formatMark, isSameProcess, markOf, parseMark } from './embedded-process.js';

export function watchdogMark(paths: ClusterPaths): string { return join(paths.home, 'watchdog'); }

function livingWatchdog(paths: ClusterPaths): number | undefined {
  const path = watchdogMark(paths);
  const mark = existsSync(path) ? parseMark(readFileSync(path, 'utf8')) : undefined;
  return mark && isSameProcess(mark) ? mark.pid : undefined;
}

/** Starts the watchdog unless one runs. Call it under the lock. */
export function ensureWatchdog(paths: ClusterPaths): void {
  if (livingWatchdog(paths) !== undefined) return;
  const program = fileURLToPath(new URL('./embedded-watchdog.js', import.meta.url));
  const child = spawn(process.execPath, ['--max-old-space-size=32', program, join(paths.home, '..')],
    { detached: true, stdio: 'ignore', cwd: '/', env: serverEnv() });
  child.once('error', () => undefined);
  child.unref();
  if (child.pid !== undefined) writeFileSync(watchdogMark(paths), formatMark(markOf(child.pid)), { mode: 0o600 });
}

/** Ends the watchdog of a server that was stopped in order. Call it under the lock. */
export function endWatchdog(paths: ClusterPaths): void {
  const pid = livingWatchdog(paths);
  if (pid !== undefined) try { process.kill(pid, 'SIGTERM'); } catch { /* it left by itself */ }
  rmSync(watchdogMark(paths), { force: true });
}
