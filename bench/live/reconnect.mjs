import { sleep } from '../lib/stats.mjs';
import { compare } from './bench-world.mjs';

const MISSED = 20;
const SNAPSHOT_BYTES = 20_000;
/** About what a resume of 20 entries weighs. */
const RESUME_BYTES = 8_500;

/** All sockets come back at once: with 20 missed entries to resume from, or anew with a snapshot that is fetched by GET. */
export async function reconnect(world, n) {
  const hall = await world.hall(n);
  const run = (kind, subject, prepare) => world.against(subject, hall, async ({ port, clients }) => {
    await clients.call('connect', { kind, port, n });
    const place = await prepare({ port, clients });
    await clients.call('disconnect');
    await sleep(1_000);
    const commitsBefore = await world.commits();
    await subject.call('begin');
    const { ms, bytesPerClient, snapshotBytes } = await clients.call('storm', { kind, port, n, place });
    const cpu = await subject.call('end');
    return { ms, cpuUs: (cpu / n) * 1e6, commits: (await world.commits()) - commitsBefore, bytesPerClient, snapshotBytes };
  });
  const missed = async ({ port, clients }) => {
    const at = await clients.call('place', { port });
    await clients.call('connectModerator', { port });
    await clients.call('show', { n: MISSED, gapMs: 0 });
    return { at, headSeq: await world.head(hall) };
  };
  const { resume, snapshot, io, ws } = await world.inRounds(`reconnect ${n}`, {
    resume: () => run('tegerek', world.server(`resume-${n}`), missed),
    snapshot: () => run('tegerek', world.server(`snapshot-${n}`), () => undefined),
    io: () => run('io', world.floor('reconnect-io', { snapshotBytes: RESUME_BYTES }), () => undefined),
    ws: () => run('ws', world.floor('reconnect', { snapshotBytes: SNAPSHOT_BYTES }), () => undefined),
  });
  return [
    { what: `reconnect ${n}: resume, all served, ms`, ...compare(resume, ws, 'ms'), goal: { atMost: 3 } },
    { what: `reconnect ${n}: resume, server CPU per client, µs`, ...compare(resume, ws, 'cpuUs') },
    { what: `reconnect ${n}: Socket.IO alone, all told, ms`, ...compare(io, ws, 'ms') },
    { what: `reconnect ${n}: Socket.IO alone, CPU per client, µs`, ...compare(io, ws, 'cpuUs') },
    { what: `reconnect ${n}: resume, transactions of Postgres`, value: compare(resume, ws, 'commits').value },
    { what: `reconnect ${n}: join and fetched snapshot, all served, ms`, ...compare(snapshot, ws, 'ms') },
    { what: `reconnect ${n}: snapshot, transactions of Postgres`, value: compare(snapshot, ws, 'commits').value },
  ];
}
