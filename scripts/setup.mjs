// Installs and builds what is missing or stale. Needs only Node and npm. Progress goes to stderr.
import './node-version.mjs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWebIfNeeded, compile } from './setup/build.mjs';
import { installIfNeeded } from './setup/install.mjs';
import { withLock } from './setup/lock.mjs';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Leaves the process in the repository folder with everything built; throws an Error of one line when it cannot. */
export async function setup({ web = true } = {}) {
  process.chdir(repository);
  await withLock(join('node_modules', '.tegerek-setup.lock'), async () => {
    const installed = await installIfNeeded();
    await compile(installed);
    if (web) await buildWebIfNeeded(installed);
  });
}

const { argv } = process;
if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  await import('./parent-watch.mjs');
  await setup({ web: !argv.includes('--no-web') }).catch((error) => { console.error(error.message); process.exitCode = 1; });
}
