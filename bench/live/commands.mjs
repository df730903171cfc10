import { compare } from './bench-world.mjs';

const SOCKETS = 500;

/** Even numbers of acts: a consent is given and taken back, a hand raised and lowered. Distinct commands of many seats into one dialogue's log, against one commit per command. `act`: consent or hand. */
export async function commands(world, act, goal) {
  const hall = await world.hall(SOCKETS);
  const run = (server, times) => world.against(server, hall, async ({ port, clients }) => {
    await clients.call('connect', { kind: 'tegerek', port, n: SOCKETS });
    await clients.call('loop', { act, times: 2 });
    const headBefore = await world.head(hall);
    await server.call('begin');
    const result = await clients.call('loop', { act, times });
    const cpu = await server.call('end');
    const entries = (await world.head(hall)) - headBefore;
    if (entries !== result.acts) throw new Error(`commands: ${result.acts} acknowledged, ${entries} entries`);
    return { perSecond: result.acts / result.seconds, p50: result.p50, p99: result.p99, cpuUs: (cpu / result.acts) * 1e6 };
  });
  const { batched, single } = await world.inRounds(`commands ${act}`, {
    batched: () => run(world.server(`commands-${act}`), world.isQuick ? 8 : 20),
    single: () => run(world.server(`single-${act}`, { isSingle: true }), 2),
  });
  return [
    { what: `commands (${act}): per second from ${SOCKETS} sockets`, ...compare(batched, single, 'perSecond'), ...(goal ? { goal } : {}) },
    { what: `commands (${act}): acknowledged after, ms p50`, ...compare(batched, single, 'p50') },
    { what: `commands (${act}): server CPU per command, µs`, ...compare(batched, single, 'cpuUs') },
  ];
}
