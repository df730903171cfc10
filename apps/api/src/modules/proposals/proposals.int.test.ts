import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Formulation } from '@tegerek/contracts';
import { randomUUID } from 'node:crypto';
import { answer, startTestDemo, type TestDemo } from '../../demo/test-demo.js';
import type { Revision, RevisionHead } from './read/revisions.js';
import { Revisions } from './read/revisions.js';

let day: TestDemo;
beforeAll(async () => {
  day = await startTestDemo();
  for (const to of ['open', 'discussion', 'formulation'] as const) await day.give('moderator', 'panel.move-phase', { panelId: day.id('panel-1'), to });
});
afterAll(() => day.close());

const FIELDS: Formulation = { title: 'Планы', text: 'Публиковать планы районов.', addressee: 'Министерство экономики', responsible: 'Отдел планов', deadline: '1 июля 2027', indicator: '', region: '' };

async function submitted(by = 'cso-1', fields = FIELDS): Promise<string> {
  const proposalId = randomUUID();
  expect(answer(await day.give(by, 'proposal.submit', { proposalId, panelId: day.id('panel-1'), language: 'ru', fields, fromQuestion: null }))).toBe('ok');
  return proposalId;
}

describe('revisions of a proposal', () => {
  const list = async (proposalId: string) => day.server.app.get(Revisions, { strict: false }).list(day.space, proposalId);

  it('are all kept, with who changed what, and an older text comes back as a new one', async () => {
    const proposalId = await submitted();
    expect(answer(await day.give('cso-1', 'proposal.edit', { proposalId, fields: { text: 'Публиковать проекты планов.', region: 'Ош' } }, { rev: 1 }))).toBe('ok');
    expect(answer(await day.give('cso-1', 'proposal.edit', { proposalId, fields: { text: FIELDS.text } }, { rev: 2 }))).toBe('ok');
    expect(await list(proposalId)).toMatchObject([
      { rev: 1, bySeat: day.id('cso-1'), changed: ['addressee', 'deadline', 'responsible', 'text', 'title'], version: null },
      { rev: 2, changed: ['region', 'text'] }, { rev: 3, changed: ['text'] },
    ] satisfies Partial<RevisionHead>[]);
    const second = await day.server.app.get(Revisions, { strict: false }).one(day.space, proposalId, 2);
    expect(second).toMatchObject({ rev: 2, fields: { text: 'Публиковать проекты планов.', region: 'Ош' } } satisfies Partial<Omit<Revision, 'fields'>> & { fields: Partial<Formulation> });
  });

  it('name the version that was frozen from them', async () => {
    const proposalId = await submitted('cso-2');
    await day.give('rapporteur', 'proposal.take-up', { proposalId });
    await day.give('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    await day.give('moderator', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'decision' });
    const voteId = randomUUID();
    expect(answer(await day.give('moderator', 'decision.open', { voteId, proposalId, electorate: 'entitled', rule: null, secret: false }))).toBe('ok');
    expect(await list(proposalId)).toMatchObject([{ rev: 1, version: 1 }]);
    await day.give('moderator', 'vote.void', { voteId, reason: 'проба' });
    await day.give('moderator', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'formulation', reason: 'ещё правки' });
  });

  it('are read by seats of the dialogue alone; what does not exist and what is not theirs answer alike', async () => {
    const proposalId = await submitted('cso-3');
    const ask = async (path: string) => (await fetch(`${day.url}/api/dialogues/${path}`)).status;
    for (const path of [`${day.space}/proposals/${proposalId}/revisions`, `${day.space}/proposals/${proposalId}/revisions/1`, `${day.space}/proposals/x/revisions`, `${day.space}/proposals/${randomUUID()}/revisions`]) expect(await ask(path)).toBe(404);
    const revisions = day.server.app.get(Revisions, { strict: false });
    expect(await revisions.list(randomUUID(), proposalId)).toEqual([]);
    expect(await revisions.one(day.space, proposalId, 7)).toBeUndefined();
  });
});

describe('people behind a proposal', () => {
  const row = async (id: string) => ((await day.server.database.query('SELECT status, sponsors, merged_into AS "mergedInto", split_from AS "splitFrom", number FROM proposals.proposal WHERE id = $1', [id])) as Record<string, unknown>[])[0];

  it('join and leave; nobody without a group, nor the author', async () => {
    const proposalId = await submitted('cso-4');
    expect(answer(await day.give('business-1', 'proposal.sponsor', { proposalId, capacity: 'group' }))).toBe('ok');
    expect(answer(await day.give('business-1', 'proposal.sponsor', { proposalId, capacity: 'group' }))).toBe('proposal.sponsored-already');
    expect(answer(await day.give('cso-4', 'proposal.sponsor', { proposalId, capacity: 'self' }))).toBe('proposal.own');
    for (const by of ['observer', 'rapporteur']) expect(answer(await day.give(by, 'proposal.sponsor', { proposalId, capacity: 'self' }))).toBe('request.not-found');
    expect(await row(proposalId)).toMatchObject({ sponsors: [{ seatId: day.id('business-1'), groupId: day.id('business'), capacity: 'group', from: null }] });
    expect(answer(await day.give('business-1', 'proposal.unsponsor', { proposalId }))).toBe('ok');
    expect(answer(await day.give('business-1', 'proposal.unsponsor', { proposalId }))).toBe('proposal.not-sponsored');
  });

  it('stay with what their text becomes', async () => {
    const [target, source, foreign] = [await submitted('government-1'), await submitted('cso-5'), randomUUID()];
    await day.give('business-2', 'proposal.sponsor', { proposalId: source, capacity: 'organisation' });
    expect(answer(await day.give('rapporteur', 'proposal.merge', { proposalId: target, from: [source] }))).toBe('proposal.state');
    await day.give('rapporteur', 'proposal.take-up', { proposalId: target });
    expect(await day.give('rapporteur', 'proposal.merge', { proposalId: target, from: [source, foreign] })).toMatchObject({ code: 'request.not-found', path: 'from.1' });
    expect(answer(await day.give('cso-5', 'proposal.merge', { proposalId: target, from: [source] }))).toBe('request.not-found');
    expect(answer(await day.give('rapporteur', 'proposal.merge', { proposalId: target, from: [source] }))).toBe('ok');
    expect(await row(source)).toMatchObject({ status: 'merged', mergedInto: target });
    expect(await row(target)).toMatchObject({ sponsors: [{ seatId: day.id('cso-5'), capacity: 'self', from: source }, { seatId: day.id('business-2'), capacity: 'organisation', from: source }] });
    const part = randomUUID();
    expect(answer(await day.give('rapporteur', 'proposal.split', { proposalId: target, parts: [{ proposalId: part, fields: { ...FIELDS, text: 'Часть' } }] }))).toBe('ok');
    expect(await row(part)).toMatchObject({ splitFrom: target, status: 'in-formulation' });
    expect(await day.give('rapporteur', 'proposal.split', { proposalId: target, parts: [{ proposalId: part, fields: FIELDS }] })).toMatchObject({ code: 'request.id-reused', path: 'parts.0.proposalId' });
  });
});

describe('translations', () => {
  it('are of one revision, draft until compared, and frozen with the version', async () => {
    const proposalId = await submitted('cso-6');
    const ky = { proposalId, language: 'ky' as const, rev: 1, fields: { ...FIELDS, text: 'Райондук пландарды жарыялоо.' } };
    expect(answer(await day.give('cso-7', 'proposal.translate', ky))).toBe('request.not-found');
    expect(answer(await day.give('cso-6', 'proposal.translate', ky))).toBe('ok');
    expect(await day.give('cso-6', 'proposal.translate', { ...ky, rev: 2 })).toMatchObject({ code: 'proposal.stale', path: 'rev' });
    expect(await day.give('cso-6', 'proposal.translate', { ...ky, language: 'ru' })).toMatchObject({ code: 'proposal.own-language' });
    expect(answer(await day.give('cso-6', 'proposal.check-translation', { proposalId, language: 'ky', rev: 1 }))).toBe('request.not-found');
    expect(await day.give('rapporteur', 'proposal.check-translation', { proposalId, language: 'en', rev: 1 })).toMatchObject({ code: 'request.not-found', path: 'language' });
    expect(answer(await day.give('rapporteur', 'proposal.check-translation', { proposalId, language: 'ky', rev: 1 }))).toBe('ok');
    await day.give('rapporteur', 'proposal.take-up', { proposalId });
    await day.give('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    await day.give('moderator', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'decision' });
    const voteId = randomUUID();
    await day.give('moderator', 'decision.open', { voteId, proposalId, electorate: 'entitled', rule: null, secret: false });
    const bodies = (await day.server.database.query(`SELECT body FROM log.payload WHERE log_id = $1 AND body::jsonb->>'type' = 'proposal.translated' AND body::jsonb->'data'->>'proposalId' = $2 ORDER BY seq, i`, [day.space, proposalId])) as { body: string }[];
    expect(bodies.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([{ audience: 'room', data: { version: null, checkedBy: null } }, { audience: 'public', data: { version: 1, rev: 1, checkedBy: day.id('rapporteur') } }]);
    // while it is decided, and later: another language is no change of the text
    expect(answer(await day.give('cso-6', 'proposal.translate', { ...ky, language: 'en' }))).toBe('ok');
    await day.give('moderator', 'vote.void', { voteId, reason: 'проба' });
    await day.give('moderator', 'panel.move-phase', { panelId: day.id('panel-1'), to: 'formulation', reason: 'ещё правки' });
  });
});
