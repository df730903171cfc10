import { describe, expect, it } from '@jest/globals';
import { LIMITS, SMALL_GROUP_FLOOR } from '@tegerek/contracts';
import { checkQuestion, shownAuthor } from './ask-question.js';

const panel = { premoderation: true, moderators: ['m'], panellists: ['p'], groups: ['g'] };
const toPanel = { toSeat: null, toGroup: null };

describe('checkQuestion', () => {
  it('may go to the panel, a panellist, a moderator or a group, to one of them', () => {
    for (const toSeat of [null, 'p', 'm']) expect(checkQuestion({ ...toPanel, toSeat }, panel, 0)).toBeNull();
    expect(checkQuestion({ ...toPanel, toGroup: 'g' }, panel, 0)).toBeNull();
    expect(checkQuestion({ ...toPanel, toSeat: 'x' }, panel, 0)).toEqual({ code: 'request.not-found', path: 'toSeat' });
    expect(checkQuestion({ ...toPanel, toGroup: 'x' }, panel, 0)).toEqual({ code: 'request.not-found', path: 'toGroup' });
    expect(checkQuestion({ toSeat: 'p', toGroup: 'g' }, panel, 0)).toEqual({ code: 'question.one-addressee', path: 'toGroup' });
  });

  it('has a limit per seat and panel', () => {
    expect(checkQuestion(toPanel, panel, LIMITS.questionsPerSeat - 1)).toBeNull();
    expect(checkQuestion(toPanel, panel, LIMITS.questionsPerSeat)).toMatchObject({ code: 'question.too-many' });
  });
});

describe('shownAuthor', () => {
  it('names who asked openly', () => {
    expect(shownAuthor({ anonymous: false, seatId: 's', groupId: 'g' }, 1)).toEqual({ seatId: 's', groupId: 'g' });
  });

  it('names at most the group of who asked anonymously, and no small one', () => {
    expect(shownAuthor({ anonymous: true, seatId: 's', groupId: 'g' }, SMALL_GROUP_FLOOR)).toEqual({ seatId: null, groupId: 'g' });
    expect(shownAuthor({ anonymous: true, seatId: 's', groupId: 'g' }, SMALL_GROUP_FLOOR - 1)).toEqual({ seatId: null, groupId: null });
  });
});
