// The live path of the real server against floors in the same rounds: node bench/live/run.mjs [--quick] [--only=fan-out,votes,…]
// [--rounds=3] [--out=FILE] [--profile=DIR]. Ratios are taken inside a round; the table shows medians over rounds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { flags } from '../lib/args.mjs';
import { table } from '../lib/stats.mjs';
import { BenchWorld } from './bench-world.mjs';
import { commands } from './commands.mjs';
import { fanOut } from './fan-out.mjs';
import { idle } from './idle.mjs';
import { pressure } from './pressure.mjs';
import { reconnect } from './reconnect.mjs';
import { timer } from './timer.mjs';
import { votes } from './votes.mjs';

const { quick = false, only, rounds = quick ? 1 : 3, out, profile } = flags();

const BATCHED = { atLeast: 8 };
const FULL = [
  ['fan-out', (world) => fanOut(world, 1_000)], ['fan-out', (world) => fanOut(world, 5_000)],
  ['votes', (world) => votes(world, 1_000)], ['votes', (world) => votes(world, 5_000)],
  ['commands', (world) => commands(world, 'consent', BATCHED)], ['commands', (world) => commands(world, 'hand')],
  ['reconnect', (world) => reconnect(world, 1_000)], ['reconnect', (world) => reconnect(world, 5_000)], ['idle', (world) => idle(world, 200)],
  ['pressure', pressure], ['fan-out', (world) => fanOut(world, 200)], ['timer', timer],
];
const QUICK = [
  ['fan-out', (world) => fanOut(world, 1_000)], ['votes', (world) => votes(world, 1_000)], ['commands', (world) => commands(world, 'consent', BATCHED)], ['reconnect', (world) => reconnect(world, 1_000)],
  ['idle', (world) => idle(world, 200)], ['pressure', pressure], ['timer', timer],
];

const isMet = ({ ratio, goal }) => (goal.atLeast === undefined ? ratio <= goal.atMost : ratio >= goal.atLeast);
const goalText = ({ atLeast, atMost }) => (atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`);

if (profile) mkdirSync(profile, { recursive: true });
const machine = { cores: cpus().length, model: cpus()[0]?.model, memoryGib: Math.round(totalmem() / 2 ** 30), node: process.version };
const world = await BenchWorld.start({ rounds: Number(rounds), isQuick: Boolean(quick), profileDir: profile });
const rows = [];
try {
  for (const [name, scenario] of quick ? QUICK : FULL) {
    if (only && !only.split(',').includes(name)) continue;
    try {
      rows.push(...(await scenario(world)));
    } catch (error) {
      console.error(`${String(name)} failed: ${error.message}`);
      process.exitCode = 1;
    }
  }
} finally {
  await world.stop();
}
console.log(`${machine.cores} cores, ${machine.memoryGib} GiB, Node ${machine.node}; server, clients and Postgres share them; median of ${rounds} round(s)`);
console.log(table(rows.map(({ what, value, floor, ratio, goal }) => ({ what, value, floor, ratio, goal: goal ? goalText(goal) : '', '': goal ? (isMet({ ratio, goal }) ? 'met' : 'MISSED') : '' }))));
if (out) writeFileSync(out, `${JSON.stringify({ date: new Date().toISOString(), machine, rounds: Number(rounds), rows, results: world.results }, null, 1)}\n`);
