import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SOCKET, type CommandName, type PollSetup } from '@tegerek/contracts';
import { accepted, patiently, startWorld, type World } from '../world.js';
import { hallOf, type Hall } from './hall.js';
import { RawSocket } from './raw-socket.js';

/** A choice as a JSON string, plain or inside another string; names of rules and scales have more letters. */
const CHOICE = /\\?"(?:yes|no|abstain|good|mixed|bad)\\?"/u;

const OPTIONS = [randomUUID(), randomUUID()];
/** A poll that is closed and kept hidden, and one that is open beside the vote. */
const HIDDEN: PollSetup = { question: { ru: 'Что первым?' }, body: { kind: 'single', options: OPTIONS.map((id, i) => ({ id, title: { ru: `Вариант ${i}` } })) }, named: true, durationMs: null, showAtClose: false };
const OPEN: PollSetup = { question: { ru: 'Как настроение?' }, body: { kind: 'temperature' }, named: true, durationMs: 600_000, showAtClose: false };
const LEVELS = ['good', 'mixed', 'bad'] as const;

/**
 * V-22, VOTE-4, POLL-2: while a vote is open, everything that anybody can fetch or is sent must be the same whatever was chosen. Ballots are
 * cast, everything is read, all voters but the one who looks change their minds, everything is read again.
 */
describe('partial results', () => {
  let world: World;
  let hall: Hall;
  let voteId: string;
  const [hidden, open] = [randomUUID(), randomUUID()];
  const roles: [who: string, cookie: string][] = [];
  const sockets: RawSocket[] = [];

  beforeAll(async () => {
    world = await startWorld();
    hall = await hallOf(world, { seatsPerGroup: 4 });
    voteId = await hall.open();
    const give = async (name: 'poll.draft' | 'poll.open' | 'poll.close', payload: object) => accepted(await hall.moderator.give(name, payload as never, { space: hall.space, over: 'http' }));
    await give('poll.draft', { pollId: hidden, panelId: hall.panelId, setup: HIDDEN });
    await give('poll.open', { pollId: hidden });
    await Promise.all(hall.people.slice(1).map((person, i) => person.give('poll.answer', { object: hidden, rev: 1, choice: OPTIONS[i % 2] ?? '' }, { space: hall.space, over: 'http' })));
    await give('poll.close', { pollId: hidden });
    await give('poll.draft', { pollId: open, panelId: hall.panelId, setup: OPEN });
    await give('poll.open', { pollId: open });
    const observer = await world.device(hall.space, hall.dialogue.observer);
    roles.push(['organizer', hall.dialogue.organizerDevice.cookie ?? ''], ['moderator', hall.moderator.cookie ?? ''], ['rapporteur', hall.rapporteur.cookie ?? ''], ['observer', observer.cookie ?? ''], ['participant', hall.people[0]?.cookie ?? ''], ['stranger', '']);
    for (const [, cookie] of roles) {
      for (const as of ['seat', 'facilitator', 'public']) {
        const raw = await RawSocket.open(world.server.port, cookie ? { headers: { Cookie: cookie } } : {});
        raw.text(`421["${SOCKET.join}",${JSON.stringify({ space: hall.space, as, protocol: 1, panels: [hall.panelId] })}]`);
        await raw.ack(1);
        sockets.push(raw);
      }
    }
    await ballots(1, 0);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await world.close();
  });

  /** All voters but the first, who looks: `turn` decides who chooses what. */
  const ballots = (rev: number, turn: number) => Promise.all(hall.people.slice(1).map(async (person, i) => {
    const reply = await patiently(() => person.give('ballot.cast', { object: voteId, rev, choice: (['yes', 'no', 'abstain'] as const)[(i + turn) % 3] ?? 'no' }, { space: hall.space, over: 'http' }));
    const answer = await patiently(() => person.give('poll.answer', { object: open, rev, choice: LEVELS[(i + turn) % 3] ?? 'bad' }, { space: hall.space, over: 'http' }));
    expect([reply.ok, answer.ok]).toEqual([true, true]);
  }));

  const paths = (): string[] => {
    const base = `/api/dialogues/${hall.space}`;
    const slug = hall.dialogue.create.setup.slug;
    return [
      ...['', '&as=public', '&as=screen', '&as=facilitator'].flatMap((as) => [`${base}/slices/core,panel-${hall.panelId}?at=0${as}`, `${base}/entries?after=0&panels=${hall.panelId}${as}`]), `${base}/votes/${voteId}/ballots`, ...[hidden, open].flatMap((id) => [`${base}/polls/${id}/answers`, `${base}/polls/${id}/texts`]), `${base}/bundle.zip`, `${base}/people?search=`, `${base}/resolutions/1.json`,
      '/api/dialogues', `/api/dialogues/by-slug/${slug}`, `/p/${slug}`, `/p/${slug}/data.json`, '/api/session', '/api/screens/me', '/api/health/ready',
    ];
  };

  /** Every answer, without clocks; what is only one's own stays, as the one who looks does not vote. */
  async function everything(lists: readonly string[] = []): Promise<Map<string, string>> {
    // slices are kept for a second
    await new Promise((resolve) => { setTimeout(resolve, 1_100); });
    const seen = new Map<string, string>();
    for (const [who, cookie] of roles) {
      for (const path of [...paths(), ...lists]) {
        const response = await fetch(`${world.url}${path}`, { headers: cookie ? { Cookie: cookie } : {} });
        const bytes = Buffer.from(await response.arrayBuffer());
        seen.set(`${who} ${path}`, `${response.status} ${path.endsWith('.zip') ? bytes.toString('base64') : bytes.toString().replace(/"now":\d+/gu, '"now":0')}`);
      }
    }
    return seen;
  }

  it('nothing that any role can fetch depends on what was chosen, nor names a choice', async () => {
    const before = await everything();
    await ballots(2, 1);
    // a closed poll takes no answer any more: its rows are turned round beneath it
    await world.server.database.query(`UPDATE ballots.press SET choice = CASE choice WHEN $2 THEN $3 ELSE $2 END WHERE object = $1`, [hidden, JSON.stringify(OPTIONS[0]), JSON.stringify(OPTIONS[1])]);
    const after = await everything();
    expect([...after].filter(([key, text]) => before.get(key) !== text).map(([key]) => key)).toEqual([]);
    expect([...after].filter(([, text]) => CHOICE.test(text)).map(([key]) => key)).toEqual([]);
    expect([...after.values()].filter((text) => text.startsWith('200')).length).toBeGreaterThan(40);
  }, 120_000);

  it('turnout by group is there', async () => {
    const entries = (await (await fetch(`${world.url}/api/dialogues/${hall.space}/entries?after=0`, { headers: { Cookie: hall.moderator.cookie ?? '' } })).json()) as { counters: Record<string, { byGroup: Record<string, number> }> };
    expect(Object.values(entries.counters[voteId]?.byGroup ?? {}).reduce((sum, n) => sum + n, 0)).toBe(hall.people.length - 1);
    expect(Object.values(entries.counters[open]?.byGroup ?? {}).reduce((sum, n) => sum + n, 0)).toBe(hall.people.length - 1);
  });

  it('nothing that was pushed to any socket names a choice', async () => {
    await sockets[0]?.until(() => sockets.every((socket) => socket.received.length >= 2));
    const frames = sockets.flatMap((socket) => socket.received);
    expect(frames.some((frame) => frame.includes(`"${SOCKET.counters}"`) && frame.includes(voteId))).toBe(true);
    expect(frames.filter((frame) => CHOICE.test(frame))).toEqual([]);
  });

  it('nor does the log, a receipt or a due act while the vote runs', async () => {
    const texts = ((await world.server.database.query('SELECT body AS text FROM log.payload WHERE body IS NOT NULL UNION ALL SELECT reply FROM log.receipt WHERE reply IS NOT NULL UNION ALL SELECT payload::text FROM log.due')) as { text: string }[]).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => CHOICE.test(text))).toEqual([]);
  });

  it('a hidden poll tells its figures to everybody at once when it is shown, and nobody before', async () => {
    const figures = JSON.stringify(OPTIONS[0]) + ':';
    const before = await everything();
    expect([...before].filter(([, text]) => text.includes(figures)).map(([key]) => key)).toEqual([]);
    accepted(await hall.moderator.give('poll.show', { pollId: hidden, shown: true }, { space: hall.space, over: 'http' }));
    const after = await everything();
    for (const who of ['organizer', 'participant', 'stranger']) expect(after.get(`${who} /api/dialogues/${hall.space}/slices/core,panel-${hall.panelId}?at=0`)).toContain(figures);
    expect(after.get(`moderator /api/dialogues/${hall.space}/polls/${hidden}/answers`)).toMatch(/^200/u);
    expect(after.get(`participant /api/dialogues/${hall.space}/polls/${hidden}/answers`)).toMatch(/^404/u);
    expect(after.get(`moderator /api/dialogues/${hall.space}/polls/${open}/answers`)).toMatch(/^404/u);
  }, 120_000);

  it('and a void vote never tells', async () => {
    accepted(await hall.moderator.give('vote.void', { voteId, reason: 'Ошибка' }, { space: hall.space, over: 'http' }));
    const after = await everything();
    expect([...after].filter(([, text]) => CHOICE.test(text)).map(([key]) => key)).toEqual([]);
    expect(after.get(`organizer /api/dialogues/${hall.space}/votes/${voteId}/ballots`)).toMatch(/^404/u);
  }, 120_000);

  describe('votes of other kinds', () => {
    type Choices = readonly unknown[];
    const YES_NO = ['yes', 'no', 'abstain'];
    const SECRET = 'ТАЙНАЯ-ПРИЧИНА';
    const give = async (name: CommandName, payload: object, by = hall.moderator) => accepted(await by.give(name, payload as never, { space: hall.space, over: 'http' }));
    const cast = (box: string, choices: Choices, rev: number) => Promise.all(hall.people.slice(1).map(async (person, i) => {
      const reply = await patiently(() => person.give('ballot.cast', { object: box, rev, choice: choices[(i + rev) % choices.length] as never }, { space: hall.space, over: 'http' }));
      expect(reply.ok).toBe(true);
    }));
    // a panel does not move while its poll is open
    beforeAll(() => give('poll.close', { pollId: open }));
    const opening = (id: string, more: object = {}) => ({ voteId: id, electorate: 'present', secret: false, rule: null, ...more });

    /** Opens it and answers where the ballots lie. */
    const kinds: Record<string, () => Promise<[box: string, choices: Choices][]>> = {
      'the consent scale, and a ranking with a shortlist over the dialogue': async () => {
        const [scale, ranking] = [randomUUID(), randomUUID()];
        const adopted = [await submitted(), await submitted()];
        await world.server.database.query(`UPDATE proposals.proposal SET status = 'adopted' WHERE id = ANY($1)`, [adopted]);
        await give('decision.open', opening(scale, { proposalId: await hall.proposal(), rule: { ...hall.dialogue.create.rule, ballot: 'consent-scale' }, supersedes: null }));
        await give('ranking.open', { voteId: ranking, panelId: null, electorate: 'present', top: null, shortlist: 1, secret: false });
        return [[scale, ['support', 'reservations', { choice: 'block', reason: SECRET }]], [ranking, [adopted, [...adopted].reverse(), []]]];
      },
      'an amendment': async () => {
        const [vote, amendmentId, proposalId] = [randomUUID(), randomUUID(), await hall.proposal()];
        await give('amendment.suggest', { amendmentId, proposalId, field: 'deadline', text: '2028', reason: '', rev: 1 });
        await give('amendment.line-up', { proposalId, amendmentIds: [amendmentId], reason: '' });
        await give('amendment.open-vote', opening(vote, { amendmentId }));
        return [[vote, YES_NO]];
      },
      'a consent agenda': async () => {
        const agendaId = randomUUID();
        await give('agenda.list', { agendaId, panelId: hall.panelId, proposalIds: [await hall.proposal(), await submitted()] });
        await give('agenda.open', { agendaId, electorate: 'present', rule: null, secret: false });
        return [[agendaId, YES_NO]];
      },
    };

    async function submitted(): Promise<string> {
      const proposalId = randomUUID();
      const fields = { title: 'Ещё', text: 'Ещё одно предложение', addressee: 'Министерство', responsible: 'Отдел', deadline: '2027', indicator: '', region: '' };
      await give('panel.move-phase', { panelId: hall.panelId, to: 'formulation', reason: 'Ещё одно' });
      await give('proposal.submit', { proposalId, panelId: hall.panelId, language: 'ru', fields, fromQuestion: null }, hall.rapporteur);
      await give('proposal.take-up', { proposalId }, hall.rapporteur);
      await give('proposal.mark-ready', { proposalId, ready: true }, hall.rapporteur);
      await give('panel.move-phase', { panelId: hall.panelId, to: 'decision', reason: 'Готово' });
      return proposalId;
    }

    it.each(Object.keys(kinds))('%s: nothing that any role can fetch or is sent depends on what was chosen', async (kind) => {
      const boxes = await kinds[kind]?.() ?? [];
      const running = (await world.server.database.query(`SELECT id FROM votes.vote WHERE space = $1 AND state = 'open'`, [hall.space])) as { id: string }[];
      const lists = running.map(({ id }) => `/api/dialogues/${hall.space}/votes/${id}/ballots`);
      for (const [box, choices] of boxes) await cast(box, choices, 1);
      const before = await everything(lists);
      for (const [box, choices] of boxes) await cast(box, choices, 2);
      const after = await everything(lists);
      expect([...after].filter(([key, text]) => before.get(key) !== text).map(([key]) => key)).toEqual([]);
      expect([...after].filter(([, text]) => CHOICE.test(text) || text.includes(SECRET)).map(([key]) => key)).toEqual([]);
      for (const list of lists) expect(after.get(`organizer ${list}`)).toMatch(/^404/u);
      const frames = sockets.flatMap((socket) => socket.received);
      expect(boxes.every(([box]) => frames.some((frame) => frame.includes(box)))).toBe(true);
      expect(frames.filter((frame) => CHOICE.test(frame) || frame.includes(SECRET))).toEqual([]);
      for (const { id } of running) if ((await world.server.database.query(`SELECT 1 FROM votes.vote WHERE id = $1 AND state = 'open'`, [id]) as unknown[]).length > 0) await give('vote.void', { voteId: id, reason: 'Проба' });
    }, 120_000);
  });
});
