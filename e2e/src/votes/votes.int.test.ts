import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandName, DecisionRule, PayloadInput, Reply } from '@tegerek/contracts';
import type { FixtureSeat, LiveClient } from '@tegerek/testkit';
import { accepted, startWorld, type World } from '../world.js';

const FIELDS = { title: 'Сроки', text: 'Отвечать за 10 дней', addressee: 'Министерство', responsible: 'Отдел', deadline: '2027', indicator: '', region: '' };

describe('proposals and votes under pressure', () => {
  let world: World;
  let dialogue: Awaited<ReturnType<World['dialogue']>>;
  let panelId: string;
  const devices = new Map<string, LiveClient>();

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue({ groups: 2, panels: 1, seatsPerGroup: 3 });
    panelId = dialogue.panels[0]?.id ?? '';
    for (const seat of [dialogue.moderator, dialogue.rapporteur, ...dialogue.participants]) devices.set(seat.seatId, await world.device(dialogue.dialogueId, seat));
    for (const seat of dialogue.participants.slice(0, 5)) accepted(await by(seat, 'seat.join', {}));
    for (const to of ['open', 'discussion', 'formulation', 'decision'] as const) accepted(await by(dialogue.moderator, 'panel.move-phase', { panelId, to }));
  });
  afterAll(() => world.close());

  function by<N extends CommandName>(seat: FixtureSeat | undefined, name: N, payload: PayloadInput<N>, expect?: { rev: number }): Promise<Reply> {
    const device = devices.get(seat?.seatId ?? '');
    if (!device) throw new Error('no such device');
    return device.give(name, payload, { space: dialogue.dialogueId, over: 'http', ...(expect ? { expect } : {}) });
  }
  const code = (reply: Reply): string => (reply.ok ? 'ok' : reply.code);
  const participant = (i: number): FixtureSeat | undefined => dialogue.participants[i];

  async function step(to: 'formulation' | 'decision'): Promise<void> {
    accepted(await by(dialogue.moderator, 'panel.move-phase', { panelId, to, reason: 'Проверка' }));
  }

  async function ready(): Promise<string> {
    const proposalId = randomUUID();
    await step('formulation');
    accepted(await by(participant(0), 'proposal.submit', { proposalId, panelId, language: 'ru', fields: FIELDS, fromQuestion: null }));
    await step('decision');
    accepted(await by(dialogue.rapporteur, 'proposal.take-up', { proposalId }));
    accepted(await by(dialogue.rapporteur, 'proposal.mark-ready', { proposalId, ready: true }));
    return proposalId;
  }

  async function opened(rule: DecisionRule | null = null): Promise<{ voteId: string; proposalId: string }> {
    const proposalId = await ready();
    const voteId = randomUUID();
    accepted(await by(dialogue.moderator, 'decision.open', { voteId, proposalId, electorate: 'present', rule, secret: false }));
    return { voteId, proposalId };
  }

  const row = async (voteId: string): Promise<{ state: string; ballots: number; result: { grade: string } | null; cast_by_group: Record<string, number> }> =>
    ((await world.server.database.query('SELECT state, ballots, result, cast_by_group FROM votes.vote WHERE id = $1', [voteId])) as [never])[0];

  async function closed(voteId: string): Promise<Awaited<ReturnType<typeof row>>> {
    for (;;) {
      const found = await row(voteId);
      if (found.state === 'closed') return found;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
  }

  it('two moderators open the same proposal at once: one vote, the other learns which', async () => {
    const proposalId = await ready();
    const [a, b] = [randomUUID(), randomUUID()];
    const open = (voteId: string) => by(dialogue.moderator, 'decision.open', { voteId, proposalId, electorate: 'present', rule: null, secret: false });
    const replies = await Promise.all([open(a), open(b)]);
    expect(replies.map(code).sort()).toEqual(['ok', 'vote.open-already']);
    const winner = replies[0]?.ok ? a : b;
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ details: { voteId: winner } });
    accepted(await by(dialogue.moderator, 'vote.void', { voteId: winner, reason: 'Проверка' }));
    expect(code(await by(dialogue.moderator, 'vote.void', { voteId: winner, reason: 'Ещё раз' }))).toBe('vote.state');
    accepted(await open(randomUUID()));
    const [{ id } = { id: '' }] = (await world.server.database.query(`SELECT id FROM votes.vote WHERE state = 'open'`)) as { id: string }[];
    accepted(await by(dialogue.moderator, 'vote.void', { voteId: id, reason: 'Проверка' }));
  });

  it('who was not present at the opening cannot vote; nobody else’s group is counted', async () => {
    const { voteId } = await opened();
    expect(code(await by(participant(5), 'ballot.cast', { object: voteId, rev: 1, choice: 'yes' }))).toBe('vote.not-entitled');
    expect(code(await by(dialogue.moderator, 'ballot.cast', { object: voteId, rev: 1, choice: 'yes' }))).not.toBe('ok');
    accepted(await by(participant(5), 'seat.join', {}));
    expect(code(await by(participant(5), 'ballot.cast', { object: voteId, rev: 1, choice: 'yes' }))).toBe('vote.not-entitled');
    expect(code(await by(participant(0), 'ballot.cast', { object: voteId, rev: 1, choice: 'support' }))).toBe('ballot.invalid');
    expect(code(await by(participant(0), 'ballot.cast', { object: voteId, rev: 1, choice: [randomUUID()] }))).toBe('ballot.invalid');
    accepted(await by(dialogue.moderator, 'vote.void', { voteId, reason: 'Проверка' }));
    expect(code(await by(participant(0), 'ballot.cast', { object: voteId, rev: 1, choice: 'yes' }))).toBe('ballot.not-counted');
  });

  it('presses that race with the end are counted or said not to be: none is both, none is lost', async () => {
    const { voteId } = await opened();
    const voters = dialogue.participants; // the last came during the test before
    let rev = 0;
    const answers: Reply[][] = [];
    const isOver = async (): Promise<boolean> => (await row(voteId)).state === 'closed';
    for (const seat of voters) expect((await by(seat, 'ballot.cast', { object: voteId, rev: 1, choice: 'no' })).ok).toBe(true);
    const [first, second] = await Promise.all([by(dialogue.moderator, 'vote.close', { voteId }), by(dialogue.moderator, 'vote.close', { voteId })]);
    expect([code(first), code(second)].sort()).toEqual(['ok', 'vote.state']);
    const [{ at } = { at: 0 }] = (await world.server.database.query('SELECT closes_at AS at FROM votes.vote WHERE id = $1', [voteId])) as { at: number }[];
    // everybody has voted, so the close waits for nothing; the rate of a seat allows a burst of twenty, and the tests before have used some of it
    expect(at).toBeLessThanOrEqual(Date.now());
    while (!(await isOver()) && rev < 10) {
      rev++;
      answers.push(await Promise.all(voters.slice(0, 4).map((seat) => by(seat, 'ballot.cast', { object: voteId, rev: rev + 1, choice: rev % 2 === 1 ? 'yes' : 'no' }))));
    }
    await closed(voteId);
    for (const reply of answers.flat()) if (!reply.ok) expect(['ballot.not-counted']).toContain(reply.code);
    const list = (await (await fetch(`${world.url}/api/dialogues/${dialogue.dialogueId}/votes/${voteId}/ballots`)).text()).trimEnd().split('\n').map((line) => JSON.parse(line) as { number: number; choice: string });
    const { ballots, cast_by_group: byGroup } = await row(voteId);
    expect(list).toHaveLength(6);
    expect([ballots, Object.values(byGroup).reduce((sum, n) => sum + n, 0)]).toEqual([6, 6]);
    const stored = (await world.server.database.query('SELECT e.number, p.choice FROM ballots.press p JOIN ballots.elector e ON e.vote_id = p.object AND e.seat_id = p.seat_id WHERE p.object = $1 ORDER BY e.number', [voteId])) as { number: number; choice: string }[];
    expect(list.map(({ number, choice }) => ({ number, choice }))).toEqual(stored.map(({ number, choice }) => ({ number, choice: JSON.parse(choice) as string })));
    expect(code(await by(voters[4], 'ballot.cast', { object: voteId, rev: 90, choice: 'yes' }))).toBe('ballot.not-counted');
    expect(code(await by(dialogue.moderator, 'vote.void', { voteId, reason: 'Поздно' }))).toBe('vote.state');
  });

  it('a decision that nobody voted in has no quorum, and the proposal may be taken up again', async () => {
    const { voteId, proposalId } = await opened();
    accepted(await by(dialogue.moderator, 'vote.close', { voteId }));
    expect((await closed(voteId)).result).toMatchObject({ grade: 'not-adopted-no-quorum' });
    expect(code(await by(dialogue.rapporteur, 'proposal.edit', { proposalId, fields: { deadline: '2028' } }, { rev: 1 }))).toBe('proposal.state');
    accepted(await by(dialogue.rapporteur, 'proposal.take-up', { proposalId }));
    accepted(await by(dialogue.rapporteur, 'proposal.edit', { proposalId, fields: { deadline: '2028' } }, { rev: 1 }));
  });

  it('a secret vote and a rule without sense are refused, and nothing is frozen', async () => {
    const proposalId = await ready();
    const rule = structuredClone(dialogue.create.rule) as DecisionRule;
    const open = (change: { secret?: boolean; rule?: DecisionRule }) => by(dialogue.moderator, 'decision.open', { voteId: randomUUID(), proposalId, electorate: 'present', rule: null, secret: false, ...change });
    expect(code(await open({ secret: true }))).toBe('vote.secret-unsupported');
    expect(await open({ rule: { ...rule, groups: [...rule.groups, randomUUID()] } })).toMatchObject({ code: 'vote.rule-invalid', path: 'rule.groups' });
    expect(await world.server.database.query('SELECT 1 FROM proposals.version WHERE proposal_id = $1', [proposalId])).toEqual([]);
    expect(code(await by(dialogue.rapporteur, 'decision.open', { voteId: randomUUID(), proposalId, electorate: 'present', rule: null, secret: false }))).toBe('request.not-found');
  });

  it('a second writer of the same field keeps their text and sees what stands there; of another field succeeds', async () => {
    const proposalId = await ready();
    const edit = (fields: Partial<typeof FIELDS>, rev: number) => by(dialogue.rapporteur, 'proposal.edit', { proposalId, fields }, { rev });
    accepted(await edit({ text: 'Первая правка' }, 1));
    expect(await edit({ text: 'Вторая правка' }, 1)).toMatchObject({ code: 'proposal.stale', details: { rev: 2, fields: { text: 'Первая правка' } } });
    accepted(await edit({ indicator: 'Доля' }, 1));
    expect(code(await by(participant(0), 'proposal.edit', { proposalId, fields: { text: 'Автор' } }, { rev: 3 }))).toBe('proposal.taken-up');
    const revisions = (await world.server.database.query('SELECT rev, fields FROM proposals.revision WHERE proposal_id = $1 ORDER BY rev', [proposalId])) as { rev: number; fields: typeof FIELDS }[];
    expect(revisions.map(({ rev, fields }) => [rev, fields.text, fields.indicator])).toEqual([[1, FIELDS.text, ''], [2, 'Первая правка', ''], [3, 'Первая правка', 'Доля']]);
  });

  it('a version never changes, by trigger', async () => {
    await expect(world.server.database.query(`UPDATE proposals.version SET hash = 'x'`)).rejects.toThrow('immutable');
  });
});
