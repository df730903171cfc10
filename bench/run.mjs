// npm run bench [-- name …] [-- --quick --out=FILE]: runs bench/<name>/run.mjs one after another, each in its own process.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ALL = ['live', 'tally', 'opinion', 'documents', 'drafting'];
const argv = process.argv.slice(2);
const outAt = argv.indexOf('--out');
const asked = argv.filter((text, i) => !text.startsWith('--') && (outAt < 0 || i !== outAt + 1));
const out = outAt < 0 ? argv.find((text) => text.startsWith('--out='))?.slice('--out='.length) : argv[outAt + 1];
const flags = argv.filter((text, i) => text.startsWith('--') && !text.startsWith('--out') && i !== outAt);
const names = asked.length > 0 ? asked : ALL;

/** One file for one benchmark; with several of them `figures.json` becomes `figures.live.json` and so on. */
const outFor = (name) => (out === undefined ? [] : [`--out=${resolve(process.env.INIT_CWD ?? '.', names.length === 1 ? out : out.replace(/(\.[a-z]+)?$/u, `.${name}$1`))}`]);

const run = (script, args) => new Promise((done) => {
  spawn(process.execPath, [script, ...args], { stdio: 'inherit' }).once('exit', (code) => done(code ?? 1));
});

for (const name of names) {
  const script = fileURLToPath(new URL(`./${name}/run.mjs`, import.meta.url));
  if (!/^[a-z-]+$/u.test(name) || !existsSync(script)) {
    console.error(`there is no benchmark «${name}» (${ALL.join(', ')})`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n== ${name}`);
  process.exitCode = (await run(script, [...flags, ...outFor(name)])) || process.exitCode;
}
