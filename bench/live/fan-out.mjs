import { median, sleep } from '../lib/stats.mjs';
import { compare } from './bench-world.mjs';

/** Pauses are longer than the window of a room of that size, so that each frame holds one entry. */
const PACE = { 200: { n: 60, gapMs: 60 }, 1_000: { n: 50, gapMs: 120 }, 5_000: { n: 20, gapMs: 500 } };
const WARM = 10;

/** A moderator's command that yields an entry of about 400 bytes, to everybody in a room. */
export async function fanOut(world, n) {
  const hall = await world.hall(n);
  const sample = await sampleFrame(world, hall);
  const pace = PACE[n];
  const burst = world.isQuick ? 20 : 60;
  const run = (kind, subject, show) => world.against(subject, hall, async ({ port, clients }) => {
    await clients.call('connect', { kind, port, n, withModerator: true });
    const pass = async (count, gapMs) => {
      const from = (kind === 'tegerek' ? await world.head(hall) : 0) + 1;
      await clients.call('watch', { from });
      await sleep(500);
      await subject.call('begin');
      const { sentAt } = await show({ clients, from, n: count, gapMs });
      const { lastAt, deliveries, lost, faults } = await clients.call('watched', { to: from + count - 1 });
      const cpu = await subject.call('end');
      if (lost !== 0 || faults !== 0) throw new Error(`fan-out ${n} ${kind}: ${lost} deliveries lost, ${faults} out of order`);
      return { perCpuSecond: deliveries / cpu, lastMs: median(lastAt.map((at, k) => at - sentAt[k])), perSecond: deliveries / ((Math.max(...lastAt) - sentAt[0]) / 1e3) };
    };
    await pass(WARM, pace.gapMs);
    const paced = await pass(pace.n, pace.gapMs);
    const atOnce = await pass(burst, 0);
    await subject.call('begin');
    await sleep(2_000);
    const idleCpu = (await subject.call('end')) / 2;
    return { perCpuSecond: paced.perCpuSecond, lastMs: paced.lastMs, burstPerCpuSecond: atOnce.perCpuSecond, burstPerSecond: atOnce.perSecond, idleCpuPercent: idleCpu * 100 };
  });
  const { tegerek, ws } = await world.inRounds(`fan-out ${n}`, {
    tegerek: () => run('tegerek', world.server(`fan-out-${n}`), ({ clients, n: count, gapMs }) => clients.call('show', { n: count, gapMs })),
    ws: () => {
      const floor = world.floor('fan-out', { sample });
      return run('ws', floor, ({ from, n: count, gapMs }) => floor.call('emit', { from, n: count, gapMs }));
    },
  });
  const isGoal = n >= 1_000;
  return [
    { what: `fan-out ${n}: deliveries per server CPU second, paced`, ...compare(tegerek, ws, 'perCpuSecond'), ...(isGoal ? { goal: { atLeast: 0.8 } } : {}) },
    { what: `fan-out ${n}: deliveries per server CPU second, burst`, ...compare(tegerek, ws, 'burstPerCpuSecond'), ...(isGoal ? { goal: { atLeast: 0.8 } } : {}) },
    { what: `fan-out ${n}: command or emit → last client, ms p50`, ...compare(tegerek, ws, 'lastMs') },
    { what: `fan-out ${n}: server CPU with nothing to do, %`, ...compare(tegerek, ws, 'idleCpuPercent') },
  ];
}

/** One frame as the real server sends it, for the floor to repeat. */
async function sampleFrame(world, hall) {
  return world.against(world.server('sample'), hall, async ({ port, clients }) => {
    await clients.call('connect', { kind: 'tegerek', port, n: 1, withModerator: true });
    const from = (await world.head(hall)) + 1;
    await clients.call('watch', { from });
    await clients.call('show', { n: 1, gapMs: 0 });
    return (await clients.call('watched', { to: from })).sample;
  });
}
