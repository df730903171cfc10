import { describe, expect, it } from '@jest/globals';
import type { Me, QuestionView } from '@tegerek/contracts/wire';
import type { StoredCommand } from '../../../live/index.js';
import { myQuestions } from './my-questions.js';

const question = (questionId: string, askedAt: number): QuestionView => ({
  questionId, askedAt, text: questionId, language: 'ru', status: 'public', seatId: null, groupId: null, toSeat: null, anonymous: true, reason: null, answer: null, toGroup: null, answeredAt: null, pinnedAt: null, mergedInto: null, alsoBy: [],
});
const row = (questionId: string, state: StoredCommand['state']) => ({
  id: questionId, state, refusal: null, envelope: { id: questionId, name: 'question.ask', space: 's', payload: { questionId, panelId: 'p', text: questionId, language: 'ru', anonymous: false, toSeat: null } },
}) as unknown as StoredCommand;
const me = (questions: Me['questions']) => ({ questions }) as Me;

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

  it('tell where a merged one goes on, whether the room saw it or not', () => {
    const mine = myQuestions(me([{ id: 'a', panelId: 'p', text: 'a', status: 'public', anonymous: true }, { id: 'b', panelId: 'p', text: 'b', status: 'merged', anonymous: true, mergedInto: 'z' }]), [], 'p', { a: { ...question('a', 1), status: 'merged', mergedInto: 'y' } });
    expect(mine.map(({ id, status, mergedInto }) => [id, status, mergedInto])).toEqual([['b', 'merged', 'z'], ['a', 'merged', 'y']]);
  });
});
