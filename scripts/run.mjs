// node scripts/run.mjs FILE [ARG…]: builds what is missing, then runs FILE as if it had been called directly.
// Only FILE writes to stdout. FILE reads paths relative to INIT_CWD, the folder that the command was typed in.
import './node-version.mjs';
import './parent-watch.mjs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

process.env.INIT_CWD = process.env.INIT_CWD || process.cwd();
const [node, , file, ...args] = process.argv;
if (file === undefined) {
  console.error('usage: node scripts/run.mjs FILE [ARG…]');
  process.exit(2);
}
try {
  const { setup, repository } = await import('./setup.mjs');
  await setup({ web: false });
  const target = resolve(repository, file);
  process.argv = [node, target, ...args];
  await import(pathToFileURL(target).href);
} catch (error) {
  console.error(error.stack ?? error);
  process.exitCode = process.exitCode || 1;
}
