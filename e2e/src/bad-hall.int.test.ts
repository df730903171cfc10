import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandName, PayloadInput, Reply } from '@tegerek/contracts';
import { LiveClient, seeded, startBadHall, TROUBLES, type BadHall } from '@tegerek/testkit';
import { accepted, startWorld, type World } from './world.js';

const PHONES = 30;
const SECONDS = 60;
/** What a phone waits for with an answer that may come later; everything else is an answer. */
const LATER = new Set(['request.too-many', 'server.busy']);

/** Reliability.md §5.2: 30 phones in a bad hall for a minute; every act exactly once, every replica equal. */
describe('a bad hall', () => {
  let world: World;
  let hall: BadHall;
  let space: string;
  let panelId: string;
  let moderator: LiveClient;
  let phones: LiveClient[];
  let seatIds: string[];
  let questionIds: string[];
  const random = seeded(20_261_128);

  beforeAll(async () => {
    world = await startWorld();
    hall = await startBadHall({ target: world.server.port, random });
    const made = await world.dialogue({ groups: 3, panels: 1, seatsPerGroup: PHONES / 3 });
    [space, panelId] = [made.dialogueId, made.panels[0]?.id ?? ''];
    moderator = await world.device(space, made.moderator);
    await moderator.join(space, 'seat', [panelId]);
    for (const to of ['open', 'discussion'] as const) accepted(await moderator.give('panel.move-phase', { panelId, to }));
    questionIds = [];
    for (const seat of made.participants.slice(0, 3)) {
      const questionId = randomUUID();
      questionIds.push(questionId);
      const device = await world.device(space, seat);
      accepted(await device.give('question.ask', { questionId, panelId, text: 'К чему это приведёт?', language: 'ru', anonymous: false, toSeat: null }, { space, over: 'http' }));
    }
    seatIds = made.participants.map(({ seatId }) => seatId);
    phones = made.participants.map(() => new LiveClient(`http://127.0.0.1:${hall.port}`));
    await Promise.all(phones.map(async (phone, i) => {
      const seat = made.participants[i];
      if (!seat) throw new Error('a phone without a seat');
      await untilDone(() => phone.signIn(space, seat.authKey));
      await untilDone(() => phone.join(space, 'seat', [panelId]));
    }));
  }, 180_000);
  afterAll(async () => {
    for (const phone of phones) phone.close();
    await hall.close();
    await world.close();
  });

  /** Again until it goes through: what the phone's outbox does. */
  async function untilDone<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      try { return await act(); } catch { await sleep(50 + 200 * Math.random()); }
    }
  }

  /** One act with one id, sent until there is an answer, now over the socket and now over HTTP. */
  const act = <N extends CommandName>(phone: LiveClient, name: N, payload: PayloadInput<N>): Promise<Reply> => {
    const id = randomUUID();
    let turn = 0;
    return untilDone(async () => {
      const reply = await phone.give(name, payload, { id, space, ...(turn++ % 2 === 0 ? {} : { over: 'http' as const }) });
      if (!reply.ok && LATER.has(reply.code)) throw new Error(reply.code);
      return reply;
    });
  };

  it(`${PHONES} phones, ${SECONDS} s: every act counts once, all replicas are equal, and every trouble happened`, async () => {
    hall.storm();
    const asked: string[] = [];
    const supports = new Map<string, boolean>();
    const handsUp = new Set<string>();
    const refused: string[] = [];
    const end = Date.now() + SECONDS * 1_000;
    const expectOk = (reply: Reply, what: string): void => { if (!reply.ok) refused.push(`${what}: ${reply.code}`); };
    await Promise.all(phones.map(async (phone, i) => {
      const own = seeded(i + 1);
      const seatId = seatIds[i] ?? '';
      const revs = new Map<string, number>();
      let hand: string | null = null;
      for (let round = 0; Date.now() < end; round++) {
        await sleep(300 + 1_200 * own());
        const drawn = own();
        if (drawn < 0.15 && round < 12) {
          const questionId = randomUUID();
          asked.push(questionId);
          expectOk(await act(phone, 'question.ask', { questionId, panelId, text: `Вопрос ${i}-${round}`, language: 'ru', anonymous: own() < 0.5, toSeat: null }), 'ask');
        } else if (drawn < 0.4) {
          if (hand === null) {
            hand = randomUUID();
            expectOk(await act(phone, 'hand.raise', { handId: hand, panelId, kind: 'contribution' }), 'raise');
            handsUp.add(hand);
          } else {
            expectOk(await act(phone, 'hand.lower', { handId: hand }), 'lower');
            handsUp.delete(hand);
            hand = null;
          }
        } else {
          const object = questionIds[Math.floor(own() * questionIds.length)] ?? '';
          const rev: number = (revs.get(object) ?? 0) + 1;
          revs.set(object, rev);
          const choice = rev % 2 === 1;
          expectOk(await act(phone, 'question.support', { object, rev, choice }), 'support');
          supports.set(`${object} ${seatId}`, choice);
        }
      }
    }));
    hall.calm();
    expect(refused).toEqual([]);
    const seq = Number(((await world.server.database.query('SELECT seq FROM log.head WHERE log_id = $1', [space])) as { seq: number }[])[0]?.seq);
    await Promise.all(phones.map((phone) => untilDone(() => phone.reach(seq))));
    await moderator.reach(seq);
    expect(new Set(phones.map((phone) => phone.hash)).size).toBe(1);

    const kept = (await world.server.database.query('SELECT id, count(*)::int AS n FROM questions.question WHERE space = $1 GROUP BY id', [space])) as { id: string; n: number }[];
    expect(kept.map(({ id }) => id).sort()).toEqual([...asked, ...questionIds].sort());
    expect(kept.every(({ n }) => n === 1)).toBe(true);
    expect((moderator.state.snapshot.panels[panelId]?.hands ?? []).map(({ handId }) => handId).sort()).toEqual([...handsUp].sort());
    const rows = (await world.server.database.query('SELECT object, seat_id, choice FROM ballots.press WHERE object = ANY($1::uuid[])', [questionIds])) as { object: string; seat_id: string; choice: string }[];
    expect(Object.fromEntries(rows.map((row) => [`${row.object} ${row.seat_id}`, row.choice === 'true']))).toEqual(Object.fromEntries(supports));
    console.info(`bad hall: ${TROUBLES.map((kind) => `${kind} ${hall.happened[kind]}`).join(', ')}; ${asked.length} questions, ${rows.length} supports`);
    for (const kind of TROUBLES) expect([kind, hall.happened[kind] > 0]).toEqual([kind, true]);
  }, 300_000);
});
