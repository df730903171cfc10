import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROTOCOL } from '@tegerek/contracts';
import { seeded, startCuttingProxy, LiveClient, type DialogueFixture } from '@tegerek/testkit';
import type { Running } from '@tegerek/api/server';
import { accepted, patiently, startWorld, type World } from '../world.js';

describe('resume', () => {
  let world: World;
  let second: Running;
  let dialogue: DialogueFixture;
  let space: string;
  let panelId: string;
  let moderator: LiveClient;
  let panels: string[];

  beforeAll(async () => {
    world = await startWorld();
    second = await world.startNode();
    const made = await world.dialogue({ groups: 3, panels: 2, seatsPerGroup: 4 });
    dialogue = made;
    space = made.dialogueId;
    panels = made.panels.map((panel) => panel.id);
    panelId = panels[0] ?? '';
    moderator = await world.device(space, made.moderator);
    await moderator.join(space, 'seat', panels);
    for (const to of ['open', 'discussion'] as const) accepted(await moderator.give('panel.move-phase', { panelId, to }));
  });
  afterAll(() => world.close());

  it('seeded clients on two nodes with drops and retries end equal, every act once', async () => {
    const random = seeded(20_261_124);
    const devices = await Promise.all(dialogue.participants.map((seat, i) => world.device(space, seat, i % 2 === 0 ? undefined : second)));
    for (const device of devices) await device.join(space, 'seat', panels);
    const asked: string[] = [];
    await Promise.all(devices.map(async (device, i) => {
      for (let round = 0; round < 3; round++) {
        const [id, questionId, anonymous] = [randomUUID(), randomUUID(), random() < 0.5];
        asked.push(questionId);
        if (random() < 0.4) device.cut();
        const give = (over: 'socket' | 'http') => device.give('question.ask', { questionId, panelId, text: `Вопрос ${i}-${round}`, language: 'ru', anonymous, toSeat: null }, { id, over, space });
        // every act is tried again over the other transport, as a phone does that got no answer
        const replies = [await patiently(() => give('http')), await patiently(() => give('http'))];
        expect(replies.map((reply) => reply.ok)).toEqual([true, true]);
      }
    }));
    const seq = Number(((await world.server.database.query('SELECT seq FROM log.head WHERE log_id = $1', [space])) as { seq: number }[])[0]?.seq);
    for (const device of [...devices, moderator]) await device.reach(seq);
    expect(new Set(devices.map((device) => device.hash)).size).toBe(1);
    const rows = (await world.server.database.query('SELECT id FROM questions.question WHERE space = $1', [space])) as { id: string }[];
    expect(rows.map((row) => row.id).sort()).toEqual([...asked].sort());
    const held = Object.keys(moderator.state.snapshot.panels[panelId]?.questions ?? {});
    expect(held.sort()).toEqual([...asked].sort());
  });

  it('a client on the other node sees what was committed here (NOTIFY)', async () => {
    const observer = await world.device(space, dialogue.observer, second);
    await observer.join(space, 'observer', panels);
    const { seq, hash } = accepted(await moderator.give('screen.show', { panelId, view: { kind: 'text', text: { ru: 'Перерыв' } } }));
    await observer.reach(seq);
    expect(observer.state).toMatchObject({ seq, hash });
    expect(observer.state.snapshot.core.shown[panelId]).toEqual({ kind: 'text', text: { ru: 'Перерыв' } });
  });

  it.each([[2], [200], [201]])('a gap of %i entries is answered by entries up to 200, else by a snapshot', async (gap) => {
    const proxy = await startCuttingProxy({ target: world.server.port });
    const through = new LiveClient(`http://127.0.0.1:${proxy.port}`);
    await through.signIn(space, dialogue.observer.authKey);
    await through.join(space, 'observer', panels);
    const staff = [moderator, await world.device(space, dialogue.rapporteur), await world.device(space, dialogue.organizer)];
    const before = through.snapshots;
    await proxy.cut();
    const replies = await Promise.all(Array.from({ length: gap - 1 }, (_, i) => {
      const [id, entryId] = [randomUUID(), randomUUID()];
      return patiently(() => (staff[i % staff.length] ?? moderator).give('minutes.add', { entryId, panelId, text: `Запись ${i}` }, { id, space, over: 'http' }));
    }));
    for (const reply of replies) accepted(reply);
    const { seq } = accepted(await moderator.give('screen.show', { panelId, view: { kind: 'text', text: { ru: `Пробел ${gap}` } } }));
    await proxy.restore();
    await through.reach(seq);
    expect(through.snapshots - before).toBe(gap > 200 ? 1 : 0);
    const fresh = await world.device(space, dialogue.observer);
    await fresh.join(space, 'observer', panels);
    expect(through.hash).toBe(fresh.hash);
    through.close();
    await proxy.close();
  });

  it('says DIVERGED when another hash stands at my place, or my place is beyond the head (LIVE-5)', async () => {
    const device = await world.device(space, dialogue.observer);
    const ask = async (query: string) => (await device.request('GET', `/api/dialogues/${space}/entries?${query}`)).body as { ok: boolean; diverged?: { seq: number } };
    await device.join(space, 'observer');
    const { seq, hash } = device.state;
    expect(await ask(`after=${seq}&hash=${hash}&epoch=1&protocol=${PROTOCOL}`)).toMatchObject({ ok: true });
    expect(await ask(`after=${seq}&hash=${'0'.repeat(64)}&epoch=1`)).toMatchObject({ ok: false, diverged: { seq, hash } });
    expect(await ask(`after=${seq + 50}&hash=${hash}&epoch=1`)).toMatchObject({ ok: false, diverged: { seq } });
  });

  it('a poller without a socket gets the same entries (LIVE-9)', async () => {
    const device = await world.device(space, dialogue.observer);
    await device.join(space, 'observer');
    const { seq, hash } = device.state;
    const rights = ((await device.request('GET', `/api/dialogues/${space}/entries`)).body as { rights: string }).rights;
    const shown = accepted(await moderator.give('screen.show', { panelId, view: { kind: 'text', text: { ky: 'Тыныгуу' } } }));
    const polled = (await device.request('GET', `/api/dialogues/${space}/entries?after=${seq}&hash=${hash}&epoch=1&rights=${rights}`)).body as { runs: { seq: number; hash: string }[] };
    expect(polled.runs.at(-1)).toMatchObject({ seq: shown.seq, hash: shown.hash });
  });

  it('rights that were lost take the view with them on both nodes (LIVE-8)', async () => {
    const rapporteur = await world.device(space, dialogue.rapporteur, second);
    await rapporteur.join(space, 'seat', panels);
    accepted(await moderator.give('minutes.add', { entryId: randomUUID(), panelId, text: 'ВНУТРЕННЯЯ ЗАПИСЬ' }));
    await rapporteur.until(() => JSON.stringify(rapporteur.state).includes('ВНУТРЕННЯЯ ЗАПИСЬ'), 'the rapporteur sees minutes');
    const organizer = await world.device(space, dialogue.organizer);
    accepted(await organizer.give('seat.set-roles', { seatId: dialogue.rapporteur.seatId, roles: [] }, { space, over: 'http' }));
    await rapporteur.until(() => !JSON.stringify(rapporteur.state).includes('ВНУТРЕННЯЯ ЗАПИСЬ'), 'the view is gone');
    expect(await rapporteur.give('minutes.add', { entryId: randomUUID(), panelId, text: 'ещё' })).toMatchObject({ ok: false, code: 'request.not-found' });
  });
});
