import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';

const STAMP = 'node_modules/.tegerek-setup';

/** Every workspace folder that has a manifest, relative to the repository. */
export function workspaceFolders() {
  const nested = ['apps', 'packages'].flatMap((dir) => readdirSync(dir).map((name) => join(dir, name)));
  return [...nested, 'e2e', 'bench'].filter((dir) => existsSync(join(dir, 'package.json')));
}

function fingerprint() {
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspaceFolders().map((dir) => join(dir, 'package.json'))];
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Installs the locked dependencies when a manifest, the lock file or Node changed. Returns whether it did. */
export async function installIfNeeded() {
  const key = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === key) return false;
  const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'));
  // pnpm asks before it replaces another tool's node_modules, unless CI is set
  await runChild('npx', ['--yes', packageManager.split('+')[0], 'install', '--frozen-lockfile', '--trust-lockfile'],
    { label: 'installing dependencies', env: { npm_config_yes: 'true', CI: process.env.CI ?? 'true' } });
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(STAMP, key);
  return true;
}
