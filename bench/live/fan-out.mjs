import { median, sleep } from '../lib/stats.mjs';
import { compare } from './bench-world.mjs';

/** Within the moderator's rate of 10 a second and 100 at once. Pauses are longer than the window of a room of that size, so that each frame holds one entry. */
const PACE = { 200: { n: 50, gapMs: 100 }, 1_000: { n: 50, gapMs: 120 }, 5_000: { n: 20, gapMs: 500 } };
const WARM = { commands: 60, sockets: 5 };
/** One whole cycle of the heartbeat. */
const IDLE_MS = 5_000;

/** A moderator's command that yields an entry of about 400 bytes, to everybody in a room. */
export async function fanOut(world, n) {
  const hall = await world.hall(n);
  const sample = await sampleFrame(world, hall);
  const { gapMs } = PACE[n];
  const count = world.isQuick ? PACE[n].n / 2 : PACE[n].n;
  const run = (kind, subject, show) => world.against(subject, hall, async ({ port, clients }) => {
    const pass = async (times, pauseMs) => {
      const from = (kind === 'tegerek' ? await world.head(hall) : 0) + 1;
      await clients.call('watch', { from });
      await sleep(500);
      await subject.call('begin');
      const { sentAt } = await show({ clients, from, n: times, gapMs: pauseMs });
      const { lastAt, deliveries, lost, faults } = await clients.call('watched', { to: from + times - 1 });
      const cpu = await subject.call('end');
      if (lost !== 0 || faults !== 0) throw new Error(`fan-out ${n} ${kind}: ${lost} deliveries lost, ${faults} out of order`);
      return { cpu, deliveries, seconds: (Math.max(...lastAt) - sentAt[0]) / 1e3, lastMs: median(lastAt.map((at, k) => at - sentAt[k])) };
    };
    let commandCpu = 0;
    if (kind === 'tegerek') {
      await clients.call('connect', { kind, port, n: 1, withModerator: true });
      await pass(WARM.commands, 0);
      commandCpu = (await pass(count, gapMs)).cpu;
      await clients.call('disconnect');
    }
    await clients.call('connect', { kind, port, n, withModerator: kind === 'tegerek' });
    await pass(WARM.sockets, gapMs);
    const paced = await pass(count, gapMs);
    await subject.call('begin');
    await sleep(IDLE_MS);
    const idle = (await subject.call('end')) / (IDLE_MS / 1e3);
    const atOnce = await pass(world.isQuick ? 20 : 60, 0);
    // what the same commands cost with one listener, and the heartbeat, are no part of the fan-out itself
    const own = paced.cpu - commandCpu - idle * paced.seconds;
    return {
      perCpuSecond: paced.deliveries / paced.cpu, ownPerCpuSecond: paced.deliveries / own, lastMs: paced.lastMs, burstPerCpuSecond: atOnce.deliveries / atOnce.cpu, burstPerSecond: atOnce.deliveries / atOnce.seconds,
      commandMs: (commandCpu / count) * 1e3, idleCpuPercent: idle * 100,
    };
  });
  const { tegerek, ws } = await world.inRounds(`fan-out ${n}`, {
    tegerek: () => run('tegerek', world.server(`fan-out-${n}`), ({ clients, n: times, gapMs: pauseMs }) => clients.call('show', { n: times, gapMs: pauseMs })),
    ws: () => {
      const floor = world.floor('fan-out', { sample });
      return run('ws', floor, ({ from, n: times, gapMs: pauseMs }) => floor.call('emit', { from, n: times, gapMs: pauseMs }));
    },
  });
  const isGoal = n >= 1_000;
  return [
    { what: `fan-out ${n}: deliveries per server CPU second, paced`, ...compare(tegerek, ws, 'perCpuSecond'), ...(isGoal ? { goal: { atLeast: 0.8 } } : {}) },
    { what: `fan-out ${n}: the same without the commands' own CPU and the heartbeat`, ...compare(tegerek, ws, 'ownPerCpuSecond') },
    { what: `fan-out ${n}: deliveries per server CPU second, burst`, ...compare(tegerek, ws, 'burstPerCpuSecond'), ...(isGoal ? { goal: { atLeast: 0.8 } } : {}) },
    { what: `fan-out ${n}: command or emit → last client, ms p50`, ...compare(tegerek, ws, 'lastMs') },
    { what: `fan-out ${n}: server CPU of a command with one listener, ms`, value: compare(tegerek, ws, 'commandMs').value },
    { what: `fan-out ${n}: server CPU with nothing to do (heartbeat), %`, ...compare(tegerek, ws, 'idleCpuPercent') },
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
