import { describe, expect, it } from '@jest/globals';
import type { PollBody } from '@tegerek/contracts';
import { choiceFits } from './choice-fits.js';
import { checkSetup } from './check-setup.js';
import { countPoll, type Answer } from './count-poll.js';

const option = (id: string) => ({ id, title: { ru: id } });
const options = [option('a'), option('b'), option('c')];
const GROUPS = ['cso', 'gov', 'biz'];
const many = (groupId: string, n: number, choice: unknown): Answer[] => Array.from({ length: n }, () => ({ groupId, choice }));

describe('a poll is counted', () => {
  const single: PollBody = { kind: 'single', options };

  it('by option and by group', () => {
    const result = countPoll(single, [...many('cso', 6, 'a'), ...many('gov', 5, 'b'), ...many('biz', 7, 'a')], GROUPS, []);
    expect(result).toMatchObject({ answers: 18, total: { a: 13, b: 5, c: 0 }, suppressed: [] });
    expect(result.byGroup).toContainEqual({ groupId: 'gov', answers: 5, figures: { a: 0, b: 5, c: 0 } });
  });

  it('a small group is suppressed together with the next smallest: it does not follow from the total minus the others', () => {
    const result = countPoll(single, [...many('cso', 8, 'a'), ...many('gov', 3, 'b'), ...many('biz', 6, 'c')], GROUPS, []);
    expect(result.suppressed.sort()).toEqual(['biz', 'gov']);
    expect(result.byGroup.map(({ groupId }) => groupId)).toEqual(['cso']);
    expect(result.total).toEqual({ a: 8, b: 3, c: 6 });
  });

  it('with two groups and a small one, the total is the only figure', () => {
    expect(countPoll(single, [...many('cso', 9, 'a'), ...many('gov', 1, 'b')], ['cso', 'gov'], [])).toMatchObject({ byGroup: [], total: { a: 9, b: 1, c: 0 } });
  });

  it('fewer answers than the floor give no figure at all, not even of an empty group', () => {
    expect(countPoll(single, many('cso', 4, 'a'), GROUPS, [])).toMatchObject({ answers: 4, total: null, byGroup: [] });
  });

  /** Whoever has the total and the published groups can tell no more of a suppressed one than that it is among others. */
  it('no suppressed group follows, for any sizes of three groups up to nine', () => {
    for (let a = 0; a <= 9; a++) for (let b = 0; b <= 9; b++) for (let c = 0; c <= 9; c++) {
      const result = countPoll(single, [...many('cso', a, 'a'), ...many('gov', b, 'b'), ...many('biz', c, 'c')], GROUPS, []);
      const sizes: Record<string, number> = { cso: a, gov: b, biz: c };
      expect(result.byGroup.filter(({ answers }) => answers > 0 && answers < 5)).toEqual([]);
      const hidden = result.suppressed.filter((group) => (sizes[group] ?? 0) > 0);
      if (result.total && hidden.length > 0) expect([hidden.length >= 2, hidden.reduce((sum, group) => sum + (sizes[group] ?? 0), 0) >= 5]).toEqual([true, true]);
    }
  });

  it('multiple: each chosen option counts', () => {
    expect(countPoll({ kind: 'multiple', options, most: 2 }, many('cso', 5, ['a', 'c']), GROUPS, []).total).toEqual({ a: 5, b: 0, c: 5 });
  });

  it('scale: by step, every step named', () => {
    expect(countPoll({ kind: 'scale', steps: 4, low: {}, high: {} }, [...many('cso', 5, 1), ...many('gov', 5, 4)], GROUPS, []).total).toEqual({ 1: 5, 2: 0, 3: 0, 4: 5 });
  });

  it('ranking: doubled Borda points, what is left out shares the last places, and groups add up to the total', () => {
    const answers = [...many('cso', 5, ['b', 'a', 'c']), ...many('gov', 5, ['c'])];
    const { total, byGroup } = countPoll({ kind: 'ranking', options }, answers, GROUPS, []);
    // a full order of three gives 2, 1, 0 points; one name alone gives 2 and leaves ½ to each other
    expect(total).toEqual({ a: 15, b: 25, c: 20 });
    for (const id of ['a', 'b', 'c']) expect(byGroup.reduce((sum, group) => sum + (group.figures[id] ?? 0), 0)).toBe(total?.[id]);
  });

  it('temperature: three levels', () => {
    expect(countPoll({ kind: 'temperature' }, [...many('cso', 3, 'good'), ...many('gov', 2, 'bad')], GROUPS, []).total).toEqual({ good: 3, mixed: 0, bad: 2 });
  });

  it('text: a cloud, no figures of groups', () => {
    expect(countPoll({ kind: 'text' }, [...many('cso', 2, 'Вода'), ...many('gov', 1, 'мат')], GROUPS, ['мат'])).toMatchObject({ answers: 3, total: null, byGroup: [], cloud: [{ key: 'вода', text: 'Вода', n: 2 }] });
  });
});

describe('what may be answered', () => {
  it.each<[PollBody, unknown[], unknown[]]>([
    [{ kind: 'single', options }, ['a'], ['x', ['a'], 1, null]],
    [{ kind: 'multiple', options, most: 2 }, [['a'], ['a', 'b']], [[], ['a', 'b', 'c'], ['a', 'a'], ['x'], 'a']],
    [{ kind: 'scale', steps: 5, low: {}, high: {} }, [1, 5], [0, 6, 2.5, '1']],
    [{ kind: 'ranking', options }, [['a'], ['c', 'a', 'b']], [[], ['a', 'a'], ['x'], 1]],
    [{ kind: 'text' }, ['слово'], ['', 1, ['a']]],
    [{ kind: 'temperature' }, ['good', 'mixed', 'bad'], ['hot', 1]],
  ])('%j', (body, right, wrong) => {
    expect(right.map((choice) => choiceFits(body, choice))).toEqual(right.map(() => true));
    expect(wrong.map((choice) => choiceFits(body, choice))).toEqual(wrong.map(() => false));
  });
});

describe('what a draft lacks', () => {
  const setup = (body: PollBody, more: object = {}) => ({ question: { ky: 'Эмне?' }, body, named: false, durationMs: null, showAtClose: false, ...more });
  it('names the field', () => {
    expect(checkSetup(setup({ kind: 'single', options }))).toBeNull();
    expect(checkSetup(setup({ kind: 'text' }, { question: { ru: '' } }))).toEqual({ code: 'poll.incomplete', path: 'setup.question' });
    expect(checkSetup(setup({ kind: 'single', options: [option('a'), { id: 'b', title: {} }] }))).toMatchObject({ path: 'setup.body.options.1' });
    expect(checkSetup(setup({ kind: 'multiple', options, most: 4 }))).toMatchObject({ path: 'setup.body.most' });
    expect(checkSetup(setup({ kind: 'temperature' }))).toMatchObject({ path: 'setup.durationMs' });
  });
});
