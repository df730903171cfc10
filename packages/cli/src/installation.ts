import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The installation that a command works on; the same variables as the server's choose it. */
export interface Installation {
  readonly url: string;
  readonly dataDir: string;
  /** Lets the embedded server go; it stops unless somebody else uses it. */
  close(): Promise<void>;
}

/** A program of the server that holds its embedded Postgres open: this package may not import the server's code. */
const HOLDER = fileURLToPath(new URL('../../../apps/api/dist/platform/db/embedded-holder.js', import.meta.url));

function hold(dataDir: string): Promise<Installation> {
  const child = spawn(process.execPath, [HOLDER, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = new Promise<void>((done) => { child.once('close', () => { done(); }); });
  const close = (): Promise<void> => { child.stdin.end(); return closed; };
  return new Promise((done, fail) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) done({ url: (JSON.parse(said) as { url: string }).url, dataDir, close });
    });
    child.once('error', fail);
    child.once('close', () => { fail(new Error('the embedded database could not be opened')); });
  });
}

/**
 * DATABASE_URL when it is set, else the embedded Postgres of DATA_DIR (`.data`), started if it does not run. With `mustExist` an installation
 * that is not there is an error instead of a new one.
 */
export async function openInstallation(env: NodeJS.ProcessEnv, cwd: string, mustExist: boolean): Promise<Installation> {
  const dataDir = resolve(cwd, env['DATA_DIR'] ?? '.data');
  const url = env['DATABASE_URL'];
  if (url !== undefined && url !== '') return { url, dataDir, close: () => Promise.resolve() };
  if (mustExist && !existsSync(join(dataDir, 'postgres'))) throw new Error(`no installation in ${dataDir}: set DATA_DIR or DATABASE_URL to the one that is meant`);
  return hold(dataDir);
}
