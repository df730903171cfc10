import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Rate } from '@tegerek/api/platform/commands/rate';
import { CommandBus } from '@tegerek/api/platform/commands/command-bus';
import type { Running } from '@tegerek/api/server';
import type { Refused, Reply } from '@tegerek/contracts';
import type { LiveClient } from '@tegerek/testkit';
import { derivedId } from '@tegerek/api/platform/ids/derived-id';
import { accepted, startWorld, urlOf, type World } from '../world.js';
import { hallOf, type Hall } from './hall.js';

const CHOICES = ['yes', 'no', 'abstain'] as const;
const code = (reply: Reply): string => (reply.ok ? 'ok' : reply.code);

describe('votes under attack', () => {
  let world: World;
  let hall: Hall;
  let second: Running;

  beforeAll(async () => {
    world = await startWorld();
    second = await world.startNode();
    // what is tested is the count, not the rate in front of it
    jest.spyOn(Rate.prototype, 'take').mockReturnValue(0);
    hall = await hallOf(world, { seatsPerGroup: 10, nodes: [world.server, second] });
  }, 120_000);
  afterEach(() => { jest.spyOn(Rate.prototype, 'take').mockReturnValue(0); });
  afterAll(async () => {
    jest.restoreAllMocks();
    await world.close();
  });

  const cast = (person: LiveClient | undefined, object: string, rev: number, choice: unknown = 'yes', id = randomUUID()) =>
    (person as LiveClient).give('ballot.cast', { object, rev, choice } as never, { id, space: hall.space, over: 'http' });
  const give = <N extends 'vote.close' | 'vote.void'>(name: N, voteId: string, by = hall.moderator) =>
    by.give(name, (name === 'vote.void' ? { voteId, reason: 'Проверка' } : { voteId }) as never, { space: hall.space, over: 'http' });
  /** The due act at once: nobody waits for the grace. */
  const finish = (voteId: string): Promise<Reply> => world.server.app.get(CommandBus).execute({ kind: 'system' }, { id: derivedId('vote.finish', voteId), name: 'vote.finish', space: hall.space, payload: { voteId } });
  const person = (i: number): LiveClient | undefined => hall.people[i];
  const secondDevice = (i: number, node: Running) => world.device(hall.space, hall.dialogue.participants[i] ?? hall.dialogue.organizer, node);

  it('V-03: 200 identical presses at once, over two nodes, are one ballot and one receipt', async () => {
    const voteId = await hall.open();
    const devices = [person(0), await secondDevice(0, world.server), await secondDevice(0, second)];
    const replies = await Promise.all(Array.from({ length: 200 }, (_, i) => cast(devices[i % 3], voteId, 1)));
    expect(new Set(replies.map((reply) => JSON.stringify('receipt' in reply ? reply.receipt : reply))).size).toBe(1);
    expect(await hall.ballots(voteId)).toMatchObject([{ rev: 1, choice: '"yes"' }]);
    expect(await turnout(voteId)).toBe(1);
    accepted(await give('vote.void', voteId));
  });

  const turnout = async (voteId: string) => Number(((await world.server.database.query('SELECT coalesce(sum(n), 0) AS n FROM ballots.count WHERE object = $1', [voteId])) as { n: number }[])[0]?.n);

  it('V-04: 200 different presses with one rev: exactly one counts, the others are told which', async () => {
    const voteId = await hall.open();
    const devices = [person(1), await secondDevice(1, world.server), await secondDevice(1, second)];
    const replies = await Promise.all(Array.from({ length: 200 }, (_, i) => cast(devices[i % 3], voteId, 1, CHOICES[i % 3])));
    const [row] = await hall.ballots(voteId);
    const winner = JSON.parse(row?.choice ?? 'null') as string;
    for (const [i, reply] of replies.entries()) {
      if (CHOICES[i % 3] === winner) expect(reply.ok).toBe(true);
      else expect(reply).toMatchObject({ ok: false, code: 'ballot.rev-conflict', details: { rev: 1, mine: winner } });
    }
    expect(await turnout(voteId)).toBe(1);
    accepted(await give('vote.void', voteId));
  });

  it('V-06…V-08: the highest rev stands whatever the order of arrival; lower ones are refused; the same one gets the same bytes', async () => {
    const voteId = await hall.open();
    const revs = Array.from({ length: 60 }, (_, i) => i + 1).sort(() => Math.random() - 0.5);
    const device = [person(2), await secondDevice(2, second)];
    await Promise.all(revs.map((rev) => cast(device[rev % 2], voteId, rev, CHOICES[rev % 3])));
    expect(await hall.ballots(voteId)).toMatchObject([{ rev: 60, choice: JSON.stringify(CHOICES[0]) }]);
    expect(code(await cast(person(2), voteId, 59, 'no'))).toBe('ballot.rev-conflict');
    const [once, again] = [await cast(person(2), voteId, 99, 'no'), await cast(device[1], voteId, 99, 'no')];
    expect('receipt' in once && 'receipt' in again && JSON.stringify(once.receipt) === JSON.stringify(again.receipt)).toBe(true);
    expect(await turnout(voteId)).toBe(1);
    accepted(await give('vote.void', voteId));
  });

  it.each<[string, unknown]>([['unknown', 'maybe'], ['of the other scale', 'block'], ['a number', 1], ['nothing', null], ['a list', ['yes']], ['a ranking', [randomUUID()]], ['an object', { yes: true }], ['in capitals', 'YES'], ['__proto__', '__proto__'], ['a million options', Array.from({ length: 3_900 }, () => 'x')]])(
    'V-09: a choice that is %s is no ballot', async (_, choice) => {
      const voteId = await openOnce();
      const reply = (await cast(person(3), voteId, 1, choice)) as Refused;
      expect(['ballot.invalid', 'request.invalid', 'request.too-large']).toContain(reply.code);
      expect((await hall.ballots(voteId)).length).toBe(0);
    });
  let standing: string | undefined;
  const openOnce = async (): Promise<string> => (standing ??= await hall.open());

  it('V-01, V-02: who is not on the roll, and what is not open', async () => {
    const voteId = await openOnce();
    const outsider = await world.dialogue();
    const foreign = await world.device(outsider.dialogueId, outsider.participants[0] ?? outsider.organizer);
    const observer = await world.device(hall.space, hall.dialogue.observer);
    const late = { ...hall.dialogue.observer.setup, seatId: randomUUID(), number: 5_000, groupId: hall.dialogue.groups[0]?.id ?? null, roles: [], authKeyHash: 'c'.repeat(64) };
    accepted(await hall.dialogue.organizerDevice.give('seat.add', { seats: [late] }, { space: hall.space, over: 'http' }));
    for (const device of [hall.moderator, hall.rapporteur, observer]) expect(['vote.not-entitled', 'request.not-found']).toContain(code(await cast(device, voteId, 1)));
    expect(code(await foreign.give('ballot.cast', { object: voteId, rev: 1, choice: 'yes' }, { space: outsider.dialogueId, over: 'http' }))).toBe('request.not-found');
    expect(code(await cast(foreign, voteId, 1))).toBe('request.not-found');
    expect(code(await cast(person(0), randomUUID(), 1))).toBe('request.not-found');
    accepted(await give('vote.void', voteId));
    expect(code(await cast(person(0), voteId, 1))).toBe('ballot.not-counted');
    expect((await hall.ballots(voteId)).length).toBe(0);
    standing = undefined;
  });

  it('V-18, V-19: a voter whose seat is revoked after voting keeps the ballot; one who had not voted has none', async () => {
    const voteId = await hall.open();
    const [voter, silent] = [hall.people.length - 1, hall.people.length - 2];
    accepted2(await cast(person(voter), voteId, 1, 'no'));
    for (const i of [voter, silent]) accepted(await hall.dialogue.organizerDevice.give('seat.revoke', { seatId: hall.dialogue.participants[i]?.seatId ?? '', reason: 'Проверка' }, { space: hall.space, over: 'http' }));
    for (const i of [voter, silent]) expect(code(await cast(person(i), voteId, 2, 'yes'))).toBe('request.not-found');
    expect(await hall.ballots(voteId)).toMatchObject([{ seatId: hall.dialogue.participants[voter]?.seatId, rev: 1, choice: '"no"' }]);
    accepted(await give('vote.void', voteId));
  });
  const accepted2 = (reply: Reply): void => { expect(reply).toMatchObject({ ok: true }); };

  it('V-20: while its decision is open the text cannot be edited, withdrawn, taken up or decided elsewhere', async () => {
    const [proposalId, voteId, amendmentId] = [await hall.proposal(), randomUUID(), randomUUID()];
    accepted(await hall.people[0]!.give('amendment.suggest', { amendmentId, proposalId, field: 'deadline', text: '2031', reason: '', rev: 1 }, { space: hall.space, over: 'http' }));
    accepted(await hall.moderator.give('decision.open', { voteId, proposalId, electorate: 'present', rule: null, secret: false }, { space: hall.space, over: 'http' }));
    const of = { space: hall.space, over: 'http' as const };
    for (const by of [hall.rapporteur, hall.moderator, hall.dialogue.organizerDevice]) {
      expect(code(await by.give('proposal.edit', { proposalId, fields: { text: 'Подменённый текст' } }, { ...of, expect: { rev: 1 } }))).toBe('proposal.state');
      expect(code(await by.give('proposal.withdraw', { proposalId, reason: '' }, of))).toBe('proposal.state');
      expect(code(await by.give('proposal.take-up', { proposalId }, of))).toBe('proposal.state');
      expect(code(await by.give('proposal.mark-ready', { proposalId, ready: false }, of))).toBe('proposal.state');
    }
    // amendments that waited wait on: the frozen text does not change under its voters
    expect(code(await hall.rapporteur.give('amendment.accept', { amendmentId, text: null }, { ...of, expect: { rev: 1 } }))).toBe('proposal.state');
    expect(code(await hall.rapporteur.give('amendment.line-up', { proposalId, amendmentIds: [amendmentId], reason: '' }, of))).toBe('proposal.state');
    expect(code(await hall.moderator.give('amendment.open-vote', { voteId: randomUUID(), amendmentId, electorate: 'present', rule: null, secret: false }, of))).toBe('vote.open-already');
    expect(code(await hall.moderator.give('decision.open', { voteId: randomUUID(), proposalId, electorate: 'entitled', rule: null, secret: false }, of))).toBe('vote.open-already');
    expect(code(await hall.moderator.give('panel.move-phase', { panelId: hall.panelId, to: 'ranking' }, of))).toBe('panel.busy');
    accepted(await give('vote.void', voteId));
  });

  it('F-28: two moderators at the same moment, over two nodes: one is obeyed, the other told, and the log has one entry', async () => {
    const other = await world.device(hall.space, hall.dialogue.moderator, second);
    const pair = [hall.moderator, other];
    const of = { space: hall.space, over: 'http' as const };
    const once = async (what: string, act: (by: LiveClient) => Promise<Reply>, refusal: RegExp) => {
      const before = await entries();
      const replies = await Promise.all(pair.map(act));
      expect([what, replies.filter((reply) => reply.ok).length, await entries()]).toEqual([what, 1, before + 1]);
      expect([what, code(replies.find((reply) => !reply.ok) as Reply)]).toEqual([what, expect.stringMatching(refusal)]);
    };
    for (let round = 0; round < 12; round++) {
      const proposalId = await hall.proposal();
      await once('open', (by) => by.give('decision.open', { voteId: randomUUID(), proposalId, electorate: 'present', rule: null, secret: false }, of), /^vote\.open-already$/u);
      const voteId = ((await world.server.database.query(`SELECT id FROM votes.vote WHERE space = $1 AND state = 'open'`, [hall.space])) as { id: string }[])[0]?.id ?? '';
      await once('close', (by) => give('vote.close', voteId, by), /^vote\.state$/u);
      await once('void', (by) => give('vote.void', voteId, by), /^vote\.state$/u);
      await once('phase', (by) => by.give('panel.move-phase', { panelId: hall.panelId, to: 'formulation', reason: 'Назад' }, of), /^panel\.transition$/u);
      await once('and back', (by) => by.give('panel.move-phase', { panelId: hall.panelId, to: 'decision' }, of), /^panel\.transition$/u);
    }
  }, 180_000);

  const entries = async () => Number(((await world.server.database.query('SELECT seq FROM log.head WHERE log_id = $1', [hall.space])) as { seq: number }[])[0]?.seq);

  it('F-28: two moderators pressing «next» skip nobody (INV-12)', async () => {
    const other = await world.device(hall.space, hall.dialogue.moderator, second);
    const speakers = hall.dialogue.participants.slice(0, 8);
    let after: string | null = null;
    for (const seat of speakers) {
      const turns = [randomUUID(), randomUUID()];
      const replies = await Promise.all([hall.moderator, other].map((by, i) => by.give('turn.start', { turnId: turns[i] ?? '', panelId: hall.panelId, handId: null, seatId: seat.seatId, after, limitMs: 60_000 }, { space: hall.space, over: 'http' })));
      expect(replies.map(code).sort()).toEqual(['ok', 'turn.moved-on']);
      after = turns[replies.findIndex((reply) => reply.ok)] ?? null;
    }
    accepted(await hall.moderator.give('turn.end', { turnId: after ?? '' }, { space: hall.space, over: 'http' }));
  });

  it.each([1, 2, 3, 4, 5, 6])('F-29, round %i: ballots race the close and the count: acknowledged ⊆ list ⊆ sent, what was refused is not there', async () => {
    const voteId = await hall.open();
    const sent: { seat: string; rev: number; choice: string; reply: Reply }[] = [];
    const voters = hall.people.slice(0, -2);
    const burst = voters.flatMap((voter, i) => Array.from({ length: 11 }, async (_, k) => {
      await new Promise((resolve) => { setTimeout(resolve, Math.random() * 400); });
      const choice = CHOICES[(i + k) % 3] ?? 'yes';
      const reply = await cast(voter, voteId, k + 1, choice);
      sent.push({ seat: hall.dialogue.participants[i]?.seatId ?? '', rev: k + 1, choice, reply });
    }));
    await new Promise((resolve) => { setTimeout(resolve, 100 + Math.random() * 200); });
    accepted(await give('vote.close', voteId));
    accepted(await finish(voteId));
    const atClose = await hall.ballots(voteId);
    await Promise.all(burst);
    const rows = await hall.ballots(voteId);
    expect(rows).toEqual(atClose);
    for (const row of rows) {
      const mine = sent.filter(({ seat }) => seat === row.seatId);
      expect(mine.some(({ rev, choice, reply }) => rev === row.rev && JSON.stringify(choice) === row.choice && reply.ok)).toBe(true);
      expect(Math.max(...mine.filter(({ reply }) => reply.ok).map(({ rev }) => rev))).toBe(row.rev);
    }
    const voted = new Set(rows.map(({ seatId }) => seatId));
    for (const { seat, rev, reply } of sent) {
      if (reply.ok) expect(voted.has(seat)).toBe(true);
      // a busy server promised nothing: the phone would send it again
      else if (reply.code !== 'server.busy') {
        expect(['ballot.not-counted', 'ballot.rev-conflict']).toContain(reply.code);
        expect(rows.some((row) => row.seatId === seat && row.rev === rev)).toBe(false);
      }
    }
    const [stored] = (await world.server.database.query('SELECT state, ballots, result FROM votes.vote WHERE id = $1', [voteId])) as { state: string; ballots: number }[];
    expect(stored).toMatchObject({ state: 'closed', ballots: rows.length });
    const list = (await (await fetch(`${urlOf(second)}/api/dialogues/${hall.space}/votes/${voteId}/ballots`)).text()).trim().split('\n').filter((line) => line !== '');
    expect(list.map((line) => JSON.stringify((JSON.parse(line) as { choice: string }).choice)).sort()).toEqual(rows.map(({ choice }) => choice).sort());
    expect(code(await cast(voters[0], voteId, 99))).toBe('ballot.not-counted');
  }, 60_000);
});
