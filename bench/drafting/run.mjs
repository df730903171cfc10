// 500 proposals with 20 versions each, and logs of 10,000 and more entries after a restart: node bench/drafting/run.mjs [--quick] [--long] [--out=FILE].
// `--long` goes on to 50,000 entries. Times in ms; the floor of each row is measured beside it, in the same process.
import { writeFileSync } from 'node:fs';
import { flags } from '../lib/args.mjs';
import { table } from '../lib/stats.mjs';
import { BenchWorld } from '../live/bench-world.mjs';
import { reading, write } from './dialogue.mjs';
import { writing } from './writing.mjs';

const { quick = false, long = false, out } = flags();
const [proposals, versions] = quick ? [100, 5] : [500, 20];
const LONG_ENTRIES = 50_000;

const written = writing({ proposals, keys: quick ? 20 : 100 });
console.log(table(written));
const rows = [];
const world = await BenchWorld.start({ rounds: 1, isQuick: Boolean(quick) });
try {
  const hall = await world.hall(proposals);
  const report = async (more) => {
    const seconds = await write(world, hall, more);
    console.log(`\n${proposals} proposals, ${more} versions each written in ${Math.round(seconds)} s`);
    const read = await reading(world, hall, { times: quick ? 5 : 20 });
    console.log(table(read));
    rows.push(...read);
  };
  await report(versions);
  if (long) await report(Math.ceil((LONG_ENTRIES - (await world.head(hall))) / proposals));
} finally {
  await world.stop();
}
if (out) writeFileSync(out, `${JSON.stringify({ date: new Date().toISOString(), writing: written, reading: rows }, null, 1)}\n`);
