import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

function isAlive(pid) {
  try { process.kill(pid, 0); return true; } catch (error) { return error.code === 'EPERM'; }
}

function tryCreate(path) {
  try { writeFileSync(path, String(process.pid), { flag: 'wx' }); return true; } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // an empty file is one that its maker is about to fill, unless it has been empty for long
    return pid > 0 ? !isAlive(pid) : Date.now() - statSync(path).mtimeMs > 10_000;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Only the holder of `path.break` may remove a stale lock, so that nobody removes a fresh one. */
function breakStale(path) {
  const breaker = `${path}.break`;
  if (!tryCreate(breaker)) { if (isStale(breaker)) rmSync(breaker, { force: true }); return; }
  try { if (isStale(path)) rmSync(path, { force: true }); } finally { rmSync(breaker, { force: true }); }
}

/** Runs `work` while holding the lock file: two commands in one checkout must not install or build at once. */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let said = false; !tryCreate(path); said = true) {
    if (!said) console.error('[setup] another command is building here, waiting …');
    if (isStale(path)) breakStale(path); else await sleep(200);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try { return await work(); } finally { process.off('exit', release); release(); }
}
