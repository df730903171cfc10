import type { Proposal } from './proposal.js';

/** A complete proposal for tests. */
export const sampleProposal = (change: Partial<Proposal> = {}): Proposal => ({
  id: '00000000-0000-4000-8000-0000000000a1', space: '00000000-0000-4000-8000-0000000000d1', panelId: '00000000-0000-4000-8000-0000000000b1',
  number: 1, language: 'ru', rev: 1, status: 'submitted', ready: false, seatId: '00000000-0000-4000-8000-0000000000c1', groupId: null, fromQuestion: null, capacity: 'self', sponsors: [], mergedInto: null, splitFrom: null,
  versions: 0, voteId: null, decision: null, reason: '',
  fields: { title: 'Планы', text: 'Публиковать проекты планов.', addressee: 'Кабинет министров', responsible: 'Министерство экономики', deadline: '2026-12-31', indicator: '', region: '' },
  ...change,
});
