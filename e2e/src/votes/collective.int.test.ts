import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Rate } from '@tegerek/api/platform/commands/rate';
import { CommandBus } from '@tegerek/api/platform/commands/command-bus';
import { derivedId } from '@tegerek/api/platform/ids/derived-id';
import type { CommandName, DecisionRule, PayloadInput, Reply, VoteHead } from '@tegerek/contracts';
import { verifyBundle } from '@tegerek/verify';
import type { LiveClient } from '@tegerek/testkit';
import { hallOf, type Hall } from '../adversary/hall.js';
import { accepted, startWorld, type World } from '../world.js';

const FIELDS = { title: 'Сроки', text: 'Отвечать за 10 дней', addressee: 'Министерство', responsible: 'Отдел', deadline: '2027', indicator: '', region: '' };
const code = (reply: Reply): string => (reply.ok ? 'ok' : reply.code);
/** A press has a receipt, not a `seq`. */
const counted = (reply: Reply): void => { expect(code(reply)).toBe('ok'); };

describe('voting together, on paper, again, and by lot', () => {
  let world: World;
  let hall: Hall;
  let consent: DecisionRule;

  beforeAll(async () => {
    world = await startWorld();
    // what is tested is the voting, not the rate in front of it
    jest.spyOn(Rate.prototype, 'take').mockReturnValue(0);
    hall = await hallOf(world, { seatsPerGroup: 4 });
    consent = { ...(hall.dialogue.create.rule as DecisionRule), ballot: 'consent-scale' };
  }, 120_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await world.close();
  });

  const by = <N extends CommandName>(device: LiveClient | undefined, name: N, payload: PayloadInput<N>): Promise<Reply> => (device as LiveClient).give(name, payload, { space: hall.space, over: 'http' });
  const query = <T>(sql: string, values: unknown[] = [hall.space]): Promise<T[]> => world.server.database.query(sql, values) as Promise<T[]>;
  const seat = (i: number) => hall.dialogue.participants[i]?.setup ?? hall.dialogue.organizer.setup;
  const cast = (i: number, object: string, choice: unknown, rev = 1) => by(hall.people[i], 'ballot.cast', { object, rev, choice } as never);
  /** The due act at once: nobody waits for the grace. */
  async function finish(voteId: string): Promise<void> {
    accepted(await by(hall.moderator, 'vote.close', { voteId }));
    const [{ box } = { box: '' }] = await query<{ box: string }>('SELECT box FROM votes.vote WHERE id = $1', [voteId]);
    const reply = await world.server.app.get(CommandBus).execute({ kind: 'system' }, { id: derivedId('vote.finish', box), name: 'vote.finish', space: hall.space, payload: { voteId } });
    expect(code(reply)).toBe('ok');
  }
  const vote = async (voteId: string) => (await query<{ state: string; result: { grade: string; overall: Record<string, number> }; cast_by_group: Record<string, number>; paper: unknown[]; ballots: number }>('SELECT * FROM votes.vote WHERE id = $1', [voteId]))[0];
  const list = async (voteId: string): Promise<{ choice: unknown; group: string; number: number }[]> =>
    (await (await fetch(`${world.url}/api/dialogues/${hall.space}/votes/${voteId}/ballots`)).text()).trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { choice: unknown; group: string; number: number });

  async function proposals(n: number): Promise<string[]> {
    const ids = Array.from({ length: n }, () => randomUUID());
    accepted(await by(hall.moderator, 'panel.move-phase', { panelId: hall.panelId, to: 'formulation', reason: 'Ещё' }));
    for (const proposalId of ids) {
      accepted(await by(hall.rapporteur, 'proposal.submit', { proposalId, panelId: hall.panelId, language: 'ru', fields: FIELDS, fromQuestion: null }));
      accepted(await by(hall.rapporteur, 'proposal.take-up', { proposalId }));
      accepted(await by(hall.rapporteur, 'proposal.mark-ready', { proposalId, ready: true }));
    }
    accepted(await by(hall.moderator, 'panel.move-phase', { panelId: hall.panelId, to: 'decision' }));
    return ids;
  }
  async function opened(rule: DecisionRule | null = null): Promise<{ voteId: string; proposalId: string }> {
    const [proposalId = ''] = await proposals(1);
    const voteId = randomUUID();
    accepted(await by(hall.moderator, 'decision.open', { voteId, proposalId, electorate: 'present', rule, secret: false }));
    return { voteId, proposalId };
  }
  const statusOf = async (proposalId: string) => (await query<{ status: string }>('SELECT status FROM proposals.proposal WHERE id = $1', [proposalId]))[0]?.status;

  it('VOTE-10: on the consent scale a block needs its reason, which is published beside the list and leaves with the person', async () => {
    const { voteId } = await opened(consent);
    for (const choice of ['block', { choice: 'block' }, { choice: 'block', reason: ' ' }, { choice: 'support', reason: 'x' }, 'yes', 'abstain', { choice: 'block', reason: 'x'.repeat(501) }]) expect(['ballot.invalid', 'request.invalid']).toContain(code(await cast(0, voteId, choice)));
    for (let i = 1; i < 12; i++) counted(await cast(i, voteId, i === 1 ? 'reservations' : i === 2 ? 'can-live-with' : 'support'));
    counted(await cast(0, voteId, { choice: 'block', reason: 'НЕТ-ДЕНЕГ' }));
    await finish(voteId);
    expect((await vote(voteId))?.result.overall).toMatchObject({ yes: 11, no: 1, block: 1, reservations: 1, canLiveWith: 1, support: 9 });
    expect((await list(voteId)).filter(({ choice }) => choice === 'block')).toHaveLength(1);
    expect(JSON.stringify(await list(voteId))).not.toContain('НЕТ-ДЕНЕГ');
    const reasons = () => query<{ body: string | null }>(`SELECT body FROM log.payload WHERE log_id = $1 AND body LIKE '%vote.block-reasoned%'`);
    expect((await reasons()).map(({ body }) => JSON.parse(body ?? '{}') as object)).toMatchObject([{ audience: 'public', data: { voteId, reason: 'НЕТ-ДЕНЕГ', groupId: seat(0).groupId } }]);
    accepted(await by(hall.dialogue.organizerDevice, 'person.erase', { seatId: seat(0).seatId, reason: 'По просьбе' }));
    expect(await reasons()).toEqual([]);
    expect(await query(`SELECT 1 FROM ballots.press WHERE choice LIKE '%НЕТ-ДЕНЕГ%'`, [])).toEqual([]);
    expect((await list(voteId)).filter(({ choice }) => choice === 'block')).toHaveLength(1);
  });

  it('VOTE-11: one ballot stands for every item of an agenda; what a seat pulls out is released and decided singly', async () => {
    const ids = await proposals(4);
    const agendaId = randomUUID();
    expect(code(await by(hall.people[1], 'agenda.list', { agendaId, panelId: hall.panelId, proposalIds: ids }))).toBe('request.not-found');
    accepted(await by(hall.moderator, 'agenda.list', { agendaId, panelId: hall.panelId, proposalIds: ids }));
    expect(code(await by(hall.people[1], 'agenda.pull-out', { agendaId, proposalId: ids[3] ?? '' }))).toBe('ok');
    expect(code(await by(hall.people[2], 'agenda.pull-out', { agendaId, proposalId: ids[3] ?? '' }))).toBe('agenda.pulled-out');
    accepted(await by(hall.moderator, 'agenda.open', { agendaId, electorate: 'present', rule: null, secret: false }));
    expect(code(await by(hall.moderator, 'agenda.open', { agendaId, electorate: 'present', rule: null, secret: false }))).toBe('agenda.state');
    expect(code(await by(hall.moderator, 'decision.open', { voteId: randomUUID(), proposalId: ids[3] ?? '', electorate: 'present', rule: null, secret: false }))).toBe('vote.open-already');
    const votes = await query<{ id: string; proposal_id: string }>('SELECT id, proposal_id FROM votes.vote WHERE agenda_id = $1 ORDER BY number', [agendaId]);
    expect(votes.map((each) => each.proposal_id)).toEqual(ids.slice(0, 3));
    for (let i = 1; i < 12; i++) counted(await cast(i, agendaId, 'yes'));
    // the item's own id is no box of its own
    expect(code(await cast(1, votes[0]?.id ?? '', 'no', 2))).toBe('request.not-found');
    accepted(await by(hall.people[4], 'agenda.pull-out', { agendaId, proposalId: ids[1] ?? '' }));
    expect(await statusOf(ids[1] ?? '')).toBe('in-formulation');
    counted(await cast(1, agendaId, 'no', 2));
    await finish(votes[0]?.id ?? '');
    expect(code(await by(hall.people[4], 'agenda.pull-out', { agendaId, proposalId: ids[0] ?? '' }))).toBe('agenda.state');
    const [first, pulled, third] = [await vote(votes[0]?.id ?? ''), await vote(votes[1]?.id ?? ''), await vote(votes[2]?.id ?? '')];
    expect(pulled).toMatchObject({ state: 'void', pulled_out: true, result: null });
    for (const item of [first, third]) expect(item).toMatchObject({ state: 'closed', ballots: 11, result: { overall: { yes: 10, no: 1 } } });
    expect(await list(votes[0]?.id ?? '')).toEqual(await list(votes[2]?.id ?? ''));
    expect(await Promise.all(ids.map(statusOf))).toEqual(['adopted', 'in-formulation', 'adopted', 'in-formulation']);
    const asked = await query<{ body: string }>(`SELECT body FROM log.payload WHERE log_id = $1 AND body LIKE '%agenda.pull%' ORDER BY seq, i`);
    const events = asked.map(({ body }) => JSON.parse(body) as { type: string; audience: string; data: object });
    expect(events.map(({ type, audience }) => [type, audience])).toEqual([['agenda.pulled-out', 'room'], ['agenda.pull-asked', 'facilitators'], ['agenda.pulled-out', 'room'], ['agenda.pull-asked', 'facilitators']]);
    for (const { type, data } of events) if (type === 'agenda.pulled-out') expect(JSON.stringify(data)).not.toContain(seat(1).seatId);
    const again = randomUUID();
    expect(await by(hall.moderator, 'agenda.list', { agendaId: again, panelId: hall.panelId, proposalIds: [ids[1] ?? '', ids[3] ?? ''] })).toMatchObject({ code: 'agenda.pulled-out' });
  });

  it('VOTE-12, VOTE-13: no seat counts twice, a second person confirms with their own figures, and nothing counts before', async () => {
    const { voteId } = await opened();
    const group = seat(1).groupId ?? '';
    const mark = (numbers: number[], onPaper = true, device = hall.moderator) => by(device, 'paper.mark', { object: voteId, numbers, onPaper });
    counted(await cast(1, voteId, 'yes'));
    expect(await mark([seat(1).number, seat(2).number])).toMatchObject({ code: 'paper.voted-already', details: { numbers: [seat(1).number] } });
    expect(await mark([77_000])).toMatchObject({ code: 'paper.seat-unknown', details: { numbers: [77_000] } });
    expect(code(await mark([seat(2).number], true, hall.people[2]))).toBe('request.not-found');
    accepted(await mark([seat(2).number, seat(3).number]));
    expect(code(await cast(2, voteId, 'no'))).toBe('ballot.on-paper');
    const enter = (counts: object, device = hall.moderator) => { const entryId = randomUUID(); return by(device, 'paper.enter', { entryId, object: voteId, groupId: group, how: 'paper', counts: counts as never }).then((reply) => ({ entryId, reply })); };
    expect((await enter({ yes: 2, no: 1 })).reply).toMatchObject({ code: 'paper.too-many', details: { ballots: 3, room: 2 } });
    expect(code((await enter({ support: 1 })).reply)).toBe('ballot.invalid');
    expect(code((await enter({})).reply)).toBe('paper.empty');
    const wrong = await enter({ yes: 1, no: 1 });
    expect(code((await enter({ yes: 1 })).reply)).toBe('paper.too-many');
    expect(await mark([seat(2).number], false)).toMatchObject({ code: 'paper.too-many' });
    expect(await by(hall.moderator, 'vote.close', { voteId })).toMatchObject({ code: 'paper.unconfirmed', details: { piles: 1 } });
    expect(code(await by(hall.moderator, 'paper.confirm', { entryId: wrong.entryId, counts: { yes: 1, no: 1 } }))).toBe('paper.same-person');
    expect(code(await by(hall.rapporteur, 'paper.confirm', { entryId: wrong.entryId, counts: { yes: 2 } }))).toBe('paper.differs');
    accepted(await by(hall.moderator, 'paper.withdraw', { entryId: wrong.entryId, reason: 'Ошибка' }));
    const right = await enter({ yes: 2 });
    accepted(right.reply);
    // VOTE-4 holds for paper too: no payload has the figures before the close
    const before = await query<{ body: string }>(`SELECT body FROM log.payload WHERE log_id = $1 AND body LIKE '%paper.%'`);
    for (const { body } of before) expect(body).not.toMatch(/"yes"|"counts"/u);
    const confirms = await Promise.all([1, 2].map(() => by(hall.rapporteur, 'paper.confirm', { entryId: right.entryId, counts: { yes: 2 } })));
    expect(confirms.map(code).sort()).toEqual(['ok', 'paper.state']);
    for (let i = 4; i < 12; i++) counted(await cast(i, voteId, 'yes'));
    await finish(voteId);
    expect(await vote(voteId)).toMatchObject({ ballots: 9, result: { grade: 'consensus', overall: { yes: 11, cast: 11 } } });
    expect((await vote(voteId))?.cast_by_group[group]).toBe(3);
    expect((await vote(voteId))?.paper).toMatchObject([{ entryId: right.entryId, counts: { yes: 2, no: 0, abstain: 0, invalid: 0 }, enteredBy: hall.dialogue.moderator.setup.number, confirmedBy: hall.dialogue.rapporteur.setup.number }]);
    expect(code((await enter({ yes: 1 })).reply)).toBe('vote.state');
  });

  it('VOTE-12: marking a seat races its press: it votes in one way, never in both, never in none', async () => {
    for (let round = 0; round < 6; round++) {
      const { voteId } = await opened();
      const [pressed, marked] = await Promise.all([cast(5, voteId, 'yes'), by(hall.moderator, 'paper.mark', { object: voteId, numbers: [seat(5).number], onPaper: true })]);
      expect([code(pressed), code(marked)].sort()).toEqual(pressed.ok ? ['ok', 'paper.voted-already'] : ['ballot.on-paper', 'ok']);
      accepted(await by(hall.moderator, 'vote.void', { voteId, reason: 'Проверка' }));
    }
  });

  it('VOTE-14: a closed decision is immutable; a later one supersedes it, and only the one that stands can be superseded', async () => {
    const { voteId, proposalId } = await opened();
    for (let i = 1; i < 12; i++) counted(await cast(i, voteId, 'yes'));
    await finish(voteId);
    await expect(query(`UPDATE votes.vote SET result = '{}' WHERE id = $1`, [voteId])).rejects.toThrow('immutable');
    await expect(query(`DELETE FROM votes.vote WHERE id = $1`, [voteId])).rejects.toThrow('immutable');
    const correct = (id: string, of: string | null, reason = 'Не все успели') => by(hall.moderator, 'decision.open', { voteId: id, proposalId, electorate: 'present', rule: null, secret: false, supersedes: of === null ? null : { voteId: of, reason } });
    expect(code(await correct(randomUUID(), null))).toBe('proposal.state');
    expect(code(await correct(randomUUID(), randomUUID()))).toBe('vote.superseded');
    const [mistake, second] = [randomUUID(), randomUUID()];
    accepted(await correct(mistake, voteId));
    expect(await statusOf(proposalId)).toBe('frozen');
    accepted(await by(hall.moderator, 'vote.void', { voteId: mistake, reason: 'Рано' }));
    expect(await statusOf(proposalId)).toBe('adopted');
    const both = await Promise.all([second, randomUUID()].map((id) => correct(id, voteId)));
    expect(both.map(code).sort()).toEqual(['ok', 'vote.open-already']);
    const [{ id: running } = { id: '' }] = await query<{ id: string }>(`SELECT id FROM votes.vote WHERE space = $1 AND state = 'open'`);
    for (let i = 1; i < 12; i++) counted(await cast(i, running, 'no'));
    await finish(running);
    expect(await statusOf(proposalId)).toBe('not-adopted');
    const heads = ((await (await fetch(`${world.url}/api/dialogues/${hall.space}/slices/core?at=0`)).json()) as { snapshot: { core: { votes: Record<string, VoteHead> } } }).snapshot.core.votes;
    expect(heads[voteId]).toMatchObject({ supersededBy: running, result: { adopted: true } });
    expect(heads[running]).toMatchObject({ supersedes: { voteId, reason: 'Не все успели' }, supersededBy: null });
    expect(code(await correct(randomUUID(), voteId))).toBe('vote.superseded');
  });

  it('VOTE-15: a ranking with a shortlist that ties waits for a public lot; it is drawn once, by two moderators too', async () => {
    accepted(await by(hall.moderator, 'panel.move-phase', { panelId: hall.panelId, to: 'ranking' }));
    const voteId = randomUUID();
    const open = (id: string, shortlist: number | null) => by(hall.moderator, 'ranking.open', { voteId: id, panelId: hall.panelId, electorate: 'present', top: null, shortlist, secret: false });
    expect(await open(randomUUID(), 60)).toMatchObject({ code: 'vote.nothing-to-rank', path: 'shortlist' });
    accepted(await open(voteId, 1));
    expect(code(await by(hall.moderator, 'paper.mark', { object: voteId, numbers: [seat(3).number], onPaper: true }))).toBe('paper.not-here');
    const [{ options } = { options: [] }] = await query<{ options: { id: string }[] }>('SELECT options FROM votes.vote WHERE id = $1', [voteId]);
    const [a = '', b = ''] = options.map(({ id }) => id);
    // the erased seat of group 1 stays an elector; the others put two options against each other evenly in each group
    for (const [i, order] of [[2, [a, b]], [3, [b, a]], [4, [a, b]], [5, [b, a]], [8, [a, b]], [9, [b, a]]] as const) counted(await cast(i, voteId, [...order]));
    await finish(voteId);
    const groups = hall.dialogue.groups.map(({ id }) => id);
    const numbers = Object.fromEntries(groups.map((id, i) => [id, 100 + i]));
    const draw = (given: Record<string, number>) => by(hall.moderator, 'ranking.draw-lot', { voteId, numbers: given });
    expect(code(await draw({ [groups[0] ?? '']: 5 }))).toBe('lot.numbers');
    expect(code(await by(hall.people[3], 'ranking.draw-lot', { voteId, numbers }))).toBe('request.not-found');
    const drawn = await Promise.all([draw(numbers), draw(numbers)]);
    expect(drawn.map(code).sort()).toEqual(['lot.not-needed', 'ok']);
    const [{ lot } = { lot: null }] = await query<{ lot: { shortlist: { selected: string[]; needsLot: null } } | null }>('SELECT lot FROM votes.vote WHERE id = $1', [voteId]);
    expect([a, b]).toContain(lot?.shortlist.selected[0]);
    await expect(query(`UPDATE votes.vote SET lot = NULL WHERE id = $1`, [voteId])).rejects.toThrow('immutable');
  });

  it('the offline verifier finds nothing wrong with all of it', async () => {
    const response = await fetch(`${world.url}/api/dialogues/${hall.space}/bundle.zip`, { headers: { Cookie: hall.dialogue.organizerDevice.cookie ?? '' } });
    const report = verifyBundle(new Uint8Array(await response.arrayBuffer()));
    // these votes were counted without waiting for the grace, and the verifier says just that
    expect(report.findings.filter(({ code: found }) => found !== 'vote.early')).toEqual([]);
    expect(report.facts?.votes).toBeGreaterThan(10);
  });
});
