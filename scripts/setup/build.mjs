import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { workspaceFolders } from './install.mjs';

const OUTPUT = /\.(js|js\.map|d\.ts|d\.ts\.map)$/;

/** tsc never deletes the output of a deleted source, and Jest would go on running it. */
export function removeOrphans(project, out) {
  const base = join(project, out);
  if (!existsSync(base)) return;
  for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || !OUTPUT.test(entry.name)) continue;
    const source = join(project, 'src', path.slice(base.length + 1).replace(OUTPUT, ''));
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(path);
  }
}

function outputFolder(project) {
  return project === join('apps', 'web') ? 'dist-test' : 'dist';
}

/** Compiles every project; `all` after an install, because tsc does not see that a dependency was linked anew. */
export async function compile(all) {
  const projects = workspaceFolders().filter((dir) => existsSync(join(dir, 'tsconfig.json')));
  for (const project of projects) removeOrphans(project, outputFolder(project));
  await runChild(process.execPath, ['node_modules/typescript/bin/tsc', '-b', ...(all ? ['--force'] : [])], { label: 'compiling' });
}

function newestChange(paths) {
  const times = paths.filter((path) => existsSync(path)).flatMap((path) => {
    const own = statSync(path);
    if (!own.isDirectory()) return [own.mtimeMs];
    return [own.mtimeMs, ...readdirSync(path, { recursive: true }).map((name) => statSync(join(path, name)).mtimeMs)];
  });
  return Math.max(0, ...times);
}

/** Builds the web app when one of its sources, or a package that it bundles, is newer than the last build. */
export async function buildWebIfNeeded(all) {
  const web = join('apps', 'web');
  if (!existsSync(join(web, 'index.html'))) return;
  const bundled = ['contracts', 'rules', 'replica', 'tally', 'ballot', 'drafting', 'verify'].map((name) => join('packages', name, 'src'));
  const pages = readdirSync(web).filter((name) => name.endsWith('.html'));
  const inputs = ['src', 'public', 'package.json', ...pages].map((name) => join(web, name));
  const configs = readdirSync(web).filter((name) => name.endsWith('.mjs')).map((name) => join(web, name));
  const stamp = join(web, 'dist', '.built');
  const built = existsSync(stamp) ? Number(statSync(stamp).mtimeMs) : 0;
  if (!all && built > newestChange([...inputs, ...configs, ...bundled])) return;
  const started = new Date();
  await runChild(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build', web, '--logLevel', 'warn'], { label: 'building the web app' });
  mkdirSync(join(web, 'dist'), { recursive: true });
  writeFileSync(stamp, started.toISOString());
}
