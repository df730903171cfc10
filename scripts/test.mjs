// npm test: sets up, lints, runs Jest over all projects. The last line on stdout is «N passed, M failed».
// npm test -- ARGS: the arguments go to Jest, and nothing is linted.
import './node-version.mjs';
import './parent-watch.mjs';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countResults } from './test-counts.mjs';

const args = process.argv.slice(2);
process.env.INIT_CWD = process.env.INIT_CWD || process.cwd();

/** Jest as a child; resolves with its exit code and its own report, undefined when it died before writing one. */
async function runJest(report) {
  // The watch is preloaded into Jest too: when this process is killed, Jest and its workers go, and the database with them.
  const watch = pathToFileURL(join('scripts', 'parent-watch.mjs')).href;
  const child = spawn(process.execPath, [
    '--experimental-vm-modules', '--no-warnings=ExperimentalWarning', '--import', watch, 'node_modules/jest/bin/jest.js',
    '--json', '--outputFile', report, ...args,
  ], { stdio: ['ignore', 2, 2], env: { ...process.env, TEGEREK_WATCH_PARENT: '1' } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => { console.error(error.message); resolve(1); });
    child.once('exit', (exit) => resolve(exit ?? 1));
  });
  try { return { code, result: JSON.parse(readFileSync(report, 'utf8')) }; } catch { return { code, result: undefined }; }
}

/** Sets up, lints and runs; a step that fails is said and counted, and the later ones still run where they can. */
async function main() {
  const { setup } = await import('./setup.mjs');
  try { await setup(); } catch (error) { console.error(error.message); return { passed: 0, failed: 1 }; }
  const { lint } = await import('./lint.mjs');
  const isWhole = args.length === 0;
  const lintCode = isWhole ? await lint() : 0;
  if (lintCode !== 0) console.error('lint failed: it counts as one failure');
  const folder = mkdtempSync(join(tmpdir(), 'tegerek-jest-'));
  try {
    return countResults({ ...await runJest(join(folder, 'report.json')), isWhole, lintCode });
  } finally { rmSync(folder, { recursive: true, force: true }); }
}

const { passed, failed, unrun } = await main();
if (unrun > 0) console.error(`${unrun} skipped or unwritten tests: they count as failed`);
if (passed === 0) console.error('no test passed');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
