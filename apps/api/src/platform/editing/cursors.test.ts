import { describe, expect, it } from '@jest/globals';
import { EDITING_AGAIN_MS } from '@tegerek/contracts';
import { Cursors } from './cursors.js';

const at = (field: string, proposalId = 'p') => ({ proposalId, field });

describe('cursors of a dialogue', () => {
  it('stand in one place per seat, and a repetition changes nothing', () => {
    const cursors = new Cursors();
    expect(cursors.set('a', at('text'), 0)).toBe(true);
    expect(cursors.set('a', at('text'), 1)).toBe(false);
    expect(cursors.set('a', at('deadline'), 2)).toBe(true);
    expect(cursors.set('b', at('text'), 3)).toBe(true);
    expect(cursors.list()).toEqual([{ seatId: 'a', ...at('deadline') }, { seatId: 'b', ...at('text') }]);
    expect([cursors.set('a', null, 4), cursors.set('a', null, 5)]).toEqual([true, false]);
  });

  it('are forgotten when they are twice not said again', () => {
    const cursors = new Cursors();
    cursors.set('a', at('text'), 0);
    expect(cursors.sweep(2 * EDITING_AGAIN_MS - 1)).toBe(false);
    cursors.set('b', at('text'), 2 * EDITING_AGAIN_MS - 1);
    expect(cursors.sweep(2 * EDITING_AGAIN_MS)).toBe(true);
    expect(cursors.list()).toEqual([{ seatId: 'b', ...at('text') }]);
  });

  it('have an end: a crowd of them costs nobody', () => {
    const cursors = new Cursors();
    for (let i = 0; i < 300; i++) cursors.set(`seat-${i}`, at('text'), 0);
    expect(cursors.list()).toHaveLength(200);
  });
});
