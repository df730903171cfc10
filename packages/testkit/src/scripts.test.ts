import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const script = (name: string): string => join(repository, 'scripts', name);
const load = async <T>(name: string): Promise<T> => await import(pathToFileURL(script(name)).href) as T;

function node(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, { encoding: 'utf8', cwd: repository });
}

describe('an old Node', () => {
  it.each(['start.mjs', 'test.mjs', 'run.mjs', 'lint.mjs', 'setup.mjs'])('is refused by %s in one line', (name) => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.18.3'})`;
    const run = node('--import', pretend, script(name));
    expect(run.status).toBe(1);
    expect(run.stderr.trim()).toBe('Tegerek needs Node 20.19 or newer; this is Node 20.18.3.');
    expect(run.stdout).toBe('');
  });
});

describe('faults of a start', () => {
  interface Faults { readonly explainStartFault: (error: unknown) => string | undefined }

  it('says a taken port in one line, as the system reports it', async () => {
    const { explainStartFault } = await load<Faults>('start-faults.mjs');
    const first = createServer();
    await new Promise<void>((done) => { first.listen(0, '127.0.0.1', done); });
    const { port } = first.address() as { port: number };
    const error = await new Promise((done) => { createServer().once('error', done).listen(port, '127.0.0.1'); });
    first.close();
    expect(explainStartFault(error)).toBe(`Port ${port} is taken by another program. Stop it, or choose another one: PORT=3001 npm start`);
  });

  it.each([
    [{ code: 'EACCES', syscall: 'listen', port: 80 }, /^No right to listen on port 80/],
    [{ code: 'EACCES', syscall: 'mkdir', path: '/srv/data' }, /^No right to use \/srv\/data: .*DATA_DIR/],
    [{ code: 'EROFS', path: '/srv/data' }, /read-only/],
    [{ code: 'ENOSPC' }, /disk is full/],
    [{ message: 'wrapped', cause: { code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 } }, /^Nothing answers at 127\.0\.0\.1:5432.*DATABASE_URL/],
  ])('explains %j', async (error, words) => {
    const { explainStartFault } = await load<Faults>('start-faults.mjs');
    const line = explainStartFault(error);
    expect(line).toMatch(words);
    expect(line).not.toContain('\n');
  });

  it('leaves other faults as they are', async () => {
    const { explainStartFault } = await load<Faults>('start-faults.mjs');
    expect(explainStartFault(new Error('something else'))).toBeUndefined();
    expect(explainStartFault(undefined)).toBeUndefined();
  });
});

describe('the counts of a test run', () => {
  interface Counts { readonly countResults: (run: object) => { passed: number; failed: number } }
  const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };
  const whole = { code: 0, isWhole: true, lintCode: 0, result: report };

  it.each([
    ['a green run', whole, 5, 0],
    ['failed tests', { ...whole, code: 1, result: { ...report, numFailedTests: 2 } }, 5, 2],
    ['a suite that could not run', { ...whole, code: 1, result: { ...report, numRuntimeErrorTestSuites: 1 } }, 5, 1],
    ['skipped and unwritten tests', { ...whole, result: { ...report, numPendingTests: 1, numTodoTests: 1 } }, 5, 2],
    ['tests left out on purpose', { ...whole, isWhole: false, result: { ...report, numPendingTests: 9 } }, 5, 0],
    ['a lint error', { ...whole, lintCode: 1 }, 5, 1],
    ['a Jest that fails for another reason', { ...whole, code: 1 }, 5, 1],
    ['a Jest that died', { ...whole, code: 1, result: undefined }, 0, 1],
  ])('are right for %s', async (_name, run, passed, failed) => {
    const { countResults } = await load<Counts>('test-counts.mjs');
    expect(countResults(run)).toMatchObject({ passed, failed });
  });
});

describe('building and locking', () => {
  let folder = '';
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'tegerek-scripts-')); });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it('removes outputs whose source is gone, and nothing else', async () => {
    const { removeOrphans } = await load<{ removeOrphans: (project: string, out: string) => void }>('setup/build.mjs');
    for (const dir of ['src/deep', 'dist/deep']) mkdirSync(join(folder, dir), { recursive: true });
    for (const name of ['src/deep/kept.ts', 'src/view.tsx', 'dist/deep/kept.js', 'dist/deep/kept.d.ts', 'dist/view.js', 'dist/gone.test.js', 'dist/gone.d.ts.map', 'dist/.tsbuildinfo']) {
      writeFileSync(join(folder, name), '');
    }
    removeOrphans(folder, 'dist');
    const left = ['deep/kept.js', 'deep/kept.d.ts', 'view.js', '.tsbuildinfo', 'gone.test.js', 'gone.d.ts.map'].filter((name) => existsSync(join(folder, 'dist', name)));
    expect(left).toEqual(['deep/kept.js', 'deep/kept.d.ts', 'view.js', '.tsbuildinfo']);
  });

  it('lets one command build at a time, and takes over the lock of one that died', async () => {
    const { withLock } = await load<{ withLock: (path: string, work: () => Promise<void>) => Promise<void> }>('setup/lock.mjs');
    const path = join(folder, 'lock');
    writeFileSync(path, '4194303');
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise((done) => { setTimeout(done, 20); });
      inside -= 1;
    };
    await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)]);
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('stops a command whose npm was killed over its head', async () => {
    const program = join(folder, 'serve.mjs');
    writeFileSync(program, `await import(${JSON.stringify(pathToFileURL(script('parent-watch.mjs')).href)}); process.stdout.write(String(process.pid)); setInterval(() => undefined, 1000);`);
    // as npm does: a process that starts a shell that starts the command
    const npm = spawn(process.execPath, ['-e', `require('child_process').spawn('sh', ['-c', process.argv[1] + '; true'], { stdio: 'inherit' })`, `${process.execPath} ${program}`],
      { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, npm_lifecycle_event: 'start' } });
    const pid = await new Promise<number>((done) => { npm.stdout.setEncoding('utf8').once('data', (text: string) => { done(Number(text)); }); });
    const gone = new Promise((done) => { npm.stdout.once('close', done); });
    npm.kill('SIGKILL');
    await gone;
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('passes on the result alone on stdout, the arguments, and the folder of the caller', () => {
    // a repository of its own that has nothing to install or build
    const root = join(folder, 'repository');
    mkdirSync(join(root, 'node_modules', 'typescript', 'bin'), { recursive: true });
    for (const name of ['apps', 'packages']) mkdirSync(join(root, name));
    spawnSync('cp', ['-r', join(repository, 'scripts'), join(root, 'scripts')]);
    for (const name of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) writeFileSync(join(root, name), '{"packageManager":"none@1"}');
    writeFileSync(join(root, 'node_modules', 'typescript', 'bin', 'tsc'), `console.log('noise of the compiler')`);
    writeFileSync(join(root, 'program.mjs'), `console.log(JSON.stringify({ args: process.argv.slice(2), from: process.env.INIT_CWD, cwd: process.cwd() }))`);
    mkdirSync(join(root, 'bin'));
    writeFileSync(join(root, 'bin', 'npx'), '#!/bin/sh\necho noise of the installer\n', { mode: 0o755 });
    const run = spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), 'program.mjs', 'one', '--two'],
      { encoding: 'utf8', cwd: folder, env: { PATH: `${join(root, 'bin')}:${process.env['PATH'] ?? ''}` } });
    expect(JSON.parse(run.stdout)).toEqual({ args: ['one', '--two'], from: folder, cwd: root });
    expect(run.stderr).toContain('noise of the installer');
    expect(run.stderr).toContain('noise of the compiler');
    expect(run.status).toBe(0);
  });
});
