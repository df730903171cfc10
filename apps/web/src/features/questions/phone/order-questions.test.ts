import { describe, expect, it } from '@jest/globals';
import type { Me, QuestionView } from '@tegerek/contracts/wire';
import type { StoredCommand } from '../../../live/index.js';
import { isFromAll, myQuestions, orderQuestions } from './order-questions.js';

const question = (questionId: string, askedAt: number): QuestionView => ({
  questionId, askedAt, text: questionId, language: 'ru', status: 'public', seatId: null, groupId: null, toSeat: null, anonymous: true, reason: null, answer: null,
});
const counter = (byGroup: Record<string, number>) => ({ version: 1, byGroup });
const row = (questionId: string, state: StoredCommand['state']) => ({
  id: questionId, state, refusal: null, envelope: { id: questionId, name: 'question.ask', space: 's', payload: { questionId, panelId: 'p', text: questionId, language: 'ru', anonymous: false, toSeat: null } },
}) as unknown as StoredCommand;
const me = (questions: Me['questions']) => ({ questions }) as Me;

describe('order of questions', () => {
  const questions = [question('a', 1), question('b', 3), question('c', 2)];
  const counters = { a: counter({ g: 2, h: 1 }), c: counter({ g: 3 }) };
  const ids = (list: readonly QuestionView[]) => list.map((each) => each.questionId);

  it('is by support over all groups, then the newest first', () => { expect(ids(orderQuestions(questions, 'support', counters))).toEqual(['c', 'a', 'b']); });
  it('or by time alone', () => { expect(ids(orderQuestions(questions, 'time', counters))).toEqual(['b', 'c', 'a']); });
  it('knows what all groups support; of one group there is no «all»', () => {
    expect(isFromAll(question('a', 1), counters, ['g', 'h'])).toBe(true);
    expect(isFromAll(question('c', 1), counters, ['g', 'h'])).toBe(false);
    expect(isFromAll(question('c', 1), counters, ['g'])).toBe(false);
  });
});

describe('my questions', () => {
  it('show what is on this phone first and do not show twice what the server has', () => {
    const mine = myQuestions(me([{ id: 'a', panelId: 'p', text: 'a', status: 'declined', anonymous: false, reason: 'не сюда' }, { id: 'x', panelId: 'other', text: 'x', status: 'public', anonymous: false }]), [row('a', 'recorded'), row('b', 'saved'), row('c', 'refused'), row('d', 'recorded')], 'p', {});
    expect(mine.map(({ id, status }) => [id, status])).toEqual([['d', 'waiting'], ['c', 'refused'], ['b', 'unsent'], ['a', 'declined']]);
    expect(mine.at(-1)?.reason).toBe('не сюда');
  });

  it('take the state that the room sees, which is newer', () => {
    const mine = myQuestions(me([{ id: 'a', panelId: 'p', text: 'a', status: 'waiting', anonymous: true }]), [], 'p', { a: question('a', 1) });
    expect(mine.map(({ status }) => status)).toEqual(['public']);
  });
});
