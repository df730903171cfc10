import { compare } from './bench-world.mjs';

/** Per seat and pass, within the real server's own limit of 20 at once. */
const TIMES = { 1_000: 14, 5_000: 8 };

/** Everybody casts at once, then again with each acknowledgement. */
export async function votes(world, n) {
  const hall = await world.hall(n);
  const times = world.isQuick ? 8 : TIMES[n];
  const run = (kind, act, subject, stored) => world.against(subject, hall, async ({ port, clients }) => {
    await clients.call('connect', { kind, port, n });
    const pass = async (count) => {
      const result = await clients.call('loop', { act, times: count, rev: hall.rev });
      hall.rev += kind === 'tegerek' ? count : 0;
      return result;
    };
    await pass(2); // warm-up, and the rows' first insertion
    const burst = await pass(1);
    await subject.call('begin');
    const sustained = await pass(times);
    const cpu = await subject.call('end');
    await stored(times + 3);
    return { perSecond: sustained.acts / sustained.seconds, p50: sustained.p50, p99: sustained.p99, burstMs: burst.seconds * 1e3, cpuUs: (cpu / sustained.acts) * 1e6 };
  });
  const rows = async (sql) => (await world.client.query(sql, [hall.voteId])).rows[0];
  const { tegerek, ws } = await world.inRounds(`votes ${n}`, {
    tegerek: () => run('tegerek', 'ballot', world.server(`votes-${n}`), async () => {
      const { stored, least, most } = await rows('SELECT count(*)::int AS stored, min(rev) AS least, max(rev) AS most FROM ballots.press WHERE object = $1');
      const { counted } = await rows('SELECT sum(n)::int AS counted FROM ballots.count WHERE object = $1');
      if (stored !== n || least !== hall.rev || most !== hall.rev || counted !== n) throw new Error(`votes ${n}: ${stored} rows of revision ${least}…${most}, ${counted} counted; ${n} rows of ${hall.rev} expected`);
    }),
    ws: async () => {
      await world.client.query('DELETE FROM floor.ballot WHERE vote = $1', [hall.voteId]);
      return run('ws', 'floorBallot', world.floor('votes'), async (revision) => {
        const { stored, least } = await rows('SELECT count(*)::int AS stored, min(revision) AS least FROM floor.ballot WHERE vote = $1');
        if (stored !== n || least !== revision) throw new Error(`votes floor ${n}: ${stored} rows, revision ${least}`);
      });
    },
  });
  return [
    { what: `votes ${n}: ballots per second, sustained`, ...compare(tegerek, ws, 'perSecond'), goal: { atLeast: 0.5 } },
    { what: `votes ${n}: all acknowledged after a burst, ms`, ...compare(tegerek, ws, 'burstMs') },
    { what: `votes ${n}: server CPU per ballot, µs`, ...compare(tegerek, ws, 'cpuUs') },
  ];
}
