import { describe, expect, it } from '@jest/globals';
import type { QuestionStatus } from '@tegerek/contracts';
import { checkMerge } from './merge-questions.js';

const question = (id: string, status: QuestionStatus, panelId = 'p') => ({ id, status, panelId });

describe('checkMerge', () => {
  it('takes what waits or is public into what the room sees, and what waits into what waits', () => {
    for (const into of ['public', 'answered'] as const) expect(checkMerge('p', question('a', into), [question('b', 'waiting'), question('c', 'public')])).toBeNull();
    expect(checkMerge('p', question('a', 'waiting'), [question('b', 'waiting')])).toBeNull();
  });

  it.each([
    ['an unknown target', undefined, [question('b', 'public')], 'request.not-found', 'into'],
    ['a target of another panel', question('a', 'public', 'q'), [question('b', 'public')], 'request.not-found', 'into'],
    ['a declined target', question('a', 'declined'), [question('b', 'public')], 'question.state', 'into'],
    ['a target that is merged itself', question('a', 'merged'), [question('b', 'public')], 'question.state', 'into'],
    ['an unknown question', question('a', 'public'), [question('b', 'public'), undefined], 'request.not-found', 'questionIds.1'],
    ['a question of another panel', question('a', 'public'), [question('b', 'public', 'q')], 'request.not-found', 'questionIds.0'],
    ['a question into itself', question('a', 'public'), [question('a', 'public')], 'request.invalid', 'questionIds.0'],
    ['an answered question', question('a', 'public'), [question('b', 'answered')], 'question.state', 'questionIds.0'],
    ['a public question into one that waits', question('a', 'waiting'), [question('b', 'public')], 'question.unpublished', 'into'],
  ])('refuses %s', (_name, into, sources, code, path) => {
    expect(checkMerge('p', into, sources)).toMatchObject({ code, path });
  });
});
