import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMark, isSameProcess, markOf, parseMark } from './embedded-process.js';

/**
 * Who uses the server now: one file per use, named after the process. The last to leave stops the server, so one that merely
 * joined a running server never stops it under the others. Call these under the cluster's lock.
 */
export function joinUsers(folder: string): string {
  const path = join(folder, `${formatMark(markOf(process.pid))}.${randomBytes(4).toString('hex')}`);
  writeFileSync(path, '', { mode: 0o600 });
  return path;
}

/** The number of uses by living processes; the marks of dead ones are cleared away. */
export function countUsers(folder: string): number {
  let count = 0;
  for (const name of readdirSync(folder)) {
    const mark = parseMark(name.slice(0, name.lastIndexOf('.')));
    if (mark && isSameProcess(mark)) count += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return count;
}
