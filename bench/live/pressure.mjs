import { randomUUID } from 'node:crypto';
import { compare } from './bench-world.mjs';

const SOCKETS = 500;
const OVER_MS = 2_000;
const PRESSED = { acts: [{ act: 'hand', times: 1 }, { act: 'support', times: 2 }], overMs: OVER_MS };
const PRESSED_FLOOR = { acts: [{ act: 'floorHand', times: 1 }, { act: 'floorSupport', times: 1 }], overMs: OVER_MS };

/** 500 hands raised and 500 supports in 2 s on one panel: how soon each is acknowledged, and when all 500 screens agree about both. */
export async function pressure(world) {
  const hall = await world.hall(SOCKETS);
  if (!hall.questionId) await ask(world, hall);
  const { tegerek, ws } = await world.inRounds('pressure', {
    tegerek: () => world.against(world.server('pressure'), hall, async ({ port, subject, clients }) => {
      await clients.call('connect', { kind: 'tegerek', port, n: SOCKETS });
      await clients.call('loop', { act: 'hand', times: 2 });
      await clients.call('loop', { act: 'support', times: 1, rev: hall.supportRev });
      const until = { seq: (await world.head(hall)) + SOCKETS, count: SOCKETS };
      await subject.call('begin');
      const result = await clients.call('pressure', { ...PRESSED, rev: hall.supportRev, until });
      const cpuMs = (await subject.call('end')) * 1e3;
      hall.supportRev += 2;
      await clients.call('loop', { act: 'lower', times: 1 });
      const { rows: [{ up, counted }] } = await world.client.query(
        `SELECT (SELECT count(*)::int FROM ballots.press WHERE object = $1 AND choice = 'true') AS up, (SELECT sum(n)::int FROM ballots.count WHERE object = $1) AS counted`, [hall.questionId]);
      if (up !== SOCKETS || counted !== SOCKETS) throw new Error(`pressure: ${up} supports stored, ${counted} counted of ${SOCKETS}`);
      return { ...result, cpuMs };
    }),
    ws: async () => {
      await world.client.query('DELETE FROM floor.ballot WHERE vote = ANY($1::uuid[])', [[hall.voteId, hall.floorHands]]);
      return world.against(world.floor('pressure', { hands: hall.floorHands }), hall, async ({ port, subject, clients }) => {
        await clients.call('connect', { kind: 'ws', port, n: SOCKETS });
        await subject.call('begin');
        const result = await clients.call('pressure', { ...PRESSED_FLOOR, rev: 0, until: { seq: SOCKETS, count: SOCKETS } });
        return { ...result, cpuMs: (await subject.call('end')) * 1e3 };
      });
    },
  });
  return [
    { what: 'pressure: acknowledged after, ms p50', ...compare(tegerek, ws, 'p50') },
    { what: 'pressure: acknowledged after, ms p95', ...compare(tegerek, ws, 'p95') },
    { what: 'pressure: all 500 screens agree, ms after the last act', ...compare(tegerek, ws, 'agreedMs') },
    { what: 'pressure: server CPU of the two seconds, ms', ...compare(tegerek, ws, 'cpuMs') },
  ];
}

/** A public question in the second panel, and the floor's place for hands. */
async function ask(world, hall) {
  Object.assign(hall, { questionId: randomUUID(), floorHands: randomUUID(), supportRev: 0 });
  const server = world.server('question');
  await server.ready;
  try {
    // nobody moderates this panel's questions beforehand: it is public at once
    const reply = await server.call('execute', { actor: { kind: 'seat', seatId: hall.seatIds[0] }, space: hall.space, name: 'question.ask', payload: { questionId: hall.questionId, panelId: hall.panels[1], text: 'Когда откроют ночной автобус?', language: 'ru', anonymous: false, toSeat: null } });
    if (!reply.ok) throw new Error(JSON.stringify(reply));
  } finally {
    await server.stop();
  }
  await world.client.query(`INSERT INTO floor.vote VALUES ($1, 'open')`, [hall.floorHands]);
}
