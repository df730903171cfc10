// npm run lint: oxlint with type information. Arguments replace the folders that are checked.
import './node-version.mjs';
import './parent-watch.mjs';
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Resolves with oxlint's exit code. Its findings go to stderr. */
export function lint(paths = ['apps', 'packages', 'e2e', 'bench', 'scripts']) {
  // oxlint finds tsgolint, which knows the types, on PATH only
  const env = { ...process.env, PATH: `${join('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn('oxlint', ['--type-aware', ...paths], { stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.once('error', (error) => { console.error(`oxlint did not start: ${error.message}`); resolve(1); });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { setup } = await import('./setup.mjs');
  await setup({ web: false }).catch((error) => { console.error(error.message); process.exit(1); });
  const paths = process.argv.slice(2);
  process.exitCode = await lint(paths.length > 0 ? paths : undefined);
}
