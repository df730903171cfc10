import { compare } from './bench-world.mjs';

/** One act at a time with nothing else going on, against a single commit of one row. */
export async function idle(world, n) {
  const hall = await world.hall(n);
  const count = world.isQuick ? 100 : 300;
  const { tegerek, commit } = await world.inRounds('idle', {
    tegerek: () => world.against(world.server('idle'), hall, async ({ port, clients }) => {
      await clients.call('connect', { kind: 'tegerek', port, n });
      const ballots = async (acts) => {
        const result = await clients.call('alone', { act: 'ballot', n: acts, rev: hall.rev });
        hall.rev += Math.ceil(acts / n);
        return result;
      };
      await ballots(n);
      const ballot = await ballots(count);
      const command = await clients.call('alone', { act: 'consent', n: count });
      return { ballot: ballot.p50, command: command.p50 };
    }),
    commit: async () => {
      const clients = await world.clients(hall);
      const { p50 } = await clients.call('singleCommits', { databaseUrl: world.databaseUrl, n: count });
      await clients.stop();
      return { ballot: p50, command: p50 };
    },
  });
  return [
    { what: 'idle: ballot acknowledged, ms p50', ...compare(tegerek, commit, 'ballot'), goal: { atMost: 2 } },
    { what: 'idle: dialogue command acknowledged, ms p50', ...compare(tegerek, commit, 'command') },
  ];
}
