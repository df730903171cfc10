import { describe, expect, it } from '@jest/globals';
import { ballotList } from './ballot-list.js';

describe('VOTE-7 the published list', () => {
  it('is canonical, by number, whatever the order of the rows', () => {
    const rows = [{ number: 10, group: 'b', choice: 'no' as const }, { number: 2, group: 'a', choice: ['x', 'y'] }];
    const text = '{"choice":["x","y"],"group":"a","number":2}\n{"choice":"no","group":"b","number":10}\n';
    expect(ballotList(rows)).toBe(text);
    expect(ballotList([...rows].reverse())).toBe(text);
  });

  it('of a vote in which nobody voted is empty', () => {
    expect(ballotList([])).toBe('');
  });
});
