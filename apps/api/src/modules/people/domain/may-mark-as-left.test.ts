import { describe, expect, it } from '@jest/globals';
import { mayMarkAsLeft } from './may-mark-as-left.js';

describe('mayMarkAsLeft', () => {
  it.each([
    ['a participant themself', [], 'a', true],
    ['a participant another', [], 'b', false],
    ['a rapporteur another', ['rapporteur' as const], 'b', false],
    ['a moderator another', ['moderator' as const], 'b', true],
    ['an organizer another', ['organizer' as const], 'b', true],
  ])('%s', (_name, roles, seatId, expected) => {
    expect(mayMarkAsLeft({ id: 'a', roles }, seatId)).toBe(expected);
  });
});
