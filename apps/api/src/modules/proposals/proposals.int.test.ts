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
