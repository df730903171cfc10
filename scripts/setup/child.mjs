import { spawn } from 'node:child_process';

/**
 * Runs a program with its output on stderr, so that stdout stays free for results.
 * Rejects with a one-line reason; the program's own words stand above it.
 */
export function runChild(command, args, { label, env = {} }) {
  const started = performance.now();
  console.error(`[setup] ${label} …`);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32', env: { ...process.env, ...env } });
    const forward = (signal) => child.kill(signal);
    const onInt = () => forward('SIGINT');
    const onTerm = () => forward('SIGTERM');
    process.once('SIGINT', onInt).once('SIGTERM', onTerm);
    const settle = (reason) => {
      process.off('SIGINT', onInt).off('SIGTERM', onTerm);
      if (reason !== undefined) { reject(new Error(`${label} failed: ${reason}`)); return; }
      console.error(`[setup] ${label}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
      resolve();
    };
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(code === 0 ? undefined : signal ? `ended by ${signal}` : `exit code ${code}`));
  });
}
