import { describe, expect, it } from '@jest/globals';
import type { ProposalView } from '@tegerek/contracts/wire';
import { SimilarProposals } from './similar-proposals.js';

const proposal = (n: number, text: string, change: Partial<ProposalView> = {}) =>
  ({ proposalId: `p${n}`, rev: 1, status: 'submitted' as const, fields: { title: '', text, addressee: '', responsible: '', deadline: '', indicator: '', region: '' }, ...change });
const PLANS = 'Публиковать проекты планов развития районов до их утверждения';
const draft = (text: string) => ({ title: '', text });

describe('similar proposals of a panel', () => {
  const many = [proposal(0, PLANS), ...Array.from({ length: 499 }, (_, n) => proposal(n + 1, `Открыть пункт помощи номер ${n} в библиотеке села с цифровыми услугами`))];

  it('takes five hundred in bit by bit, then finds the like one', () => {
    const similar = new SimilarProposals();
    let turns = 1;
    while (similar.follow(many)) turns++;
    expect(turns).toBe(20);
    expect(similar.like(draft('Проекты планов развития района публиковать до утверждения'), null)[0]).toBe('p0');
    expect(similar.like(draft('Проекты планов развития района публиковать до утверждения'), 'p0')).not.toContain('p0');
  });

  it('follows edits and withdrawals', () => {
    const similar = new SimilarProposals();
    similar.follow([proposal(1, PLANS)]);
    similar.follow([proposal(1, 'Создать реестр организаций гражданского общества', { rev: 2 })]);
    expect(similar.like(draft(PLANS), null)).toEqual([]);
    similar.follow([proposal(1, PLANS, { rev: 3 })]);
    expect(similar.like(draft(PLANS), null)).toEqual(['p1']);
    similar.follow([proposal(1, PLANS, { rev: 3, status: 'withdrawn' })]);
    expect(similar.like(draft(PLANS), null)).toEqual([]);
  });

  it('says nothing to a few letters', () => {
    const similar = new SimilarProposals();
    similar.follow([proposal(1, 'Планы')]);
    expect(similar.like(draft('Планы'), null)).toEqual([]);
  });
});
