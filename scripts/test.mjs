// npm test: sets up, lints, runs Jest over all projects. The last line on stdout is «N passed, M failed».
// npm test -- ARGS: the arguments go to Jest, and nothing is linted.
import './node-version.mjs';
import './parent-watch.mjs';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
process.env.INIT_CWD ??= process.cwd();

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

/** A suite that could not run, a test that was skipped and a missing report are failures, or a red run could read «0 failed». */
function count(result, isWhole) {
  if (result === undefined) return { passed: 0, failed: 1 };
  const unrun = isWhole ? result.numPendingTests + result.numTodoTests : 0;
  if (unrun > 0) console.error(`${unrun} skipped or unwritten tests: they count as failed`);
  return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites + unrun };
}

async function main() {
  const { setup } = await import('./setup.mjs');
  try { await setup(); } catch (error) { console.error(error.message); return { passed: 0, failed: 1 }; }
  const { lint } = await import('./lint.mjs');
  const lintCode = args.length === 0 ? await lint() : 0;
  if (lintCode !== 0) console.error('lint failed: it counts as one failure');
  const folder = mkdtempSync(join(tmpdir(), 'tegerek-jest-'));
  try {
    const { code, result } = await runJest(join(folder, 'report.json'));
    const { passed, failed } = count(result, args.length === 0);
    const extra = (lintCode === 0 ? 0 : 1) + (code !== 0 && failed === 0 ? 1 : 0);
    return { passed, failed: failed + extra };
  } finally { rmSync(folder, { recursive: true, force: true }); }
}

const { passed, failed } = await main();
if (passed === 0) console.error('no test passed');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
