import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { indexAt, placeAt, shiftOf } from './rank-order.js';
import { RankList } from './rank-list.js';
import { renderIn } from './testing.js';

const ITEMS = ['A', 'B', 'C', 'D'].map((label) => ({ id: label.toLowerCase(), label }));

function Ballot({ start, limit, onChange }: { start: string[]; limit?: number; onChange: (value: string[]) => void }) {
  const [value, setValue] = useState(start);
  return <RankList label="Ranking" items={ITEMS} value={value} limit={limit} onChange={(next) => { onChange(next); setValue(next); }} />;
}

const rows = () => within(screen.getByRole('list', { name: 'Ranking' })).getAllByRole('listitem').map((row) => row.textContent ?? '');
const said = () => screen.getByRole('status').textContent;
const grip = (name: RegExp) => screen.getByRole('button', { name });

afterEach(cleanup);

describe('RankList by keyboard', () => {
  it('lifts with space, moves with arrows, drops with space, and says each step', async () => {
    const onChange = jest.fn();
    renderIn('en', <Ballot start={['a', 'b', 'c', 'd']} onChange={onChange} />);
    grip(/Move: A/).focus();
    await userEvent.keyboard(' ');
    expect(said()).toBe('A lifted, place 1 of 4');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(said()).toBe('A, place 3 of 4');
    expect(rows()).toEqual(['1B', '2C', '3A', '4D']);
    expect(document.activeElement).toBe(grip(/Move: A, place 3/));
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.keyboard(' ');
    expect(onChange.mock.calls).toEqual([[['b', 'c', 'a', 'd']]]);
    expect(said()).toBe('A dropped at place 3 of 4');
  });

  it('puts back with Escape and changes nothing', async () => {
    const onChange = jest.fn();
    renderIn('en', <Ballot start={['a', 'b', 'c', 'd']} onChange={onChange} />);
    grip(/Move: D/).focus();
    await userEvent.keyboard(' {Home}');
    expect(rows()[0]).toBe('1D');
    await userEvent.keyboard('{Escape}');
    expect(rows()).toEqual(['1A', '2B', '3C', '4D']);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('lifts an unranked item into the ranking', async () => {
    const onChange = jest.fn();
    renderIn('en', <Ballot start={['a']} limit={3} onChange={onChange} />);
    grip(/Rank: C/).focus();
    await userEvent.keyboard(' {ArrowUp} ');
    expect(onChange.mock.calls).toEqual([[['c', 'a']]]);
  });

  it('keeps what a person holds while the owner changes the order', async () => {
    const view = renderIn('en', <RankList label="Ranking" items={ITEMS} value={['a', 'b', 'c', 'd']} onChange={() => undefined} />);
    grip(/Move: A/).focus();
    await userEvent.keyboard(' {ArrowDown}');
    view.rerender(<RankList label="Ranking" items={[...ITEMS].reverse()} value={['d', 'c', 'b', 'a']} onChange={() => undefined} />);
    expect(rows()).toEqual(['1B', '2A', '3C', '4D']);
  });
});

describe('RankList by tapping', () => {
  it('gives the next place, says when all are taken, and takes off', async () => {
    const onChange = jest.fn();
    renderIn('en', <Ballot start={[]} limit={2} onChange={onChange} />);
    await userEvent.click(screen.getByRole('button', { name: 'C' }));
    await userEvent.click(screen.getByRole('button', { name: 'A' }));
    await userEvent.click(screen.getByRole('button', { name: 'B' }));
    expect(said()).toBe('All places are taken. To add another, take one off.');
    await userEvent.click(screen.getByRole('button', { name: 'Take off place 1: C' }));
    expect(onChange.mock.calls).toEqual([[['c']], [['c', 'a']], [['a']]]);
  });
});

describe('moves', () => {
  it('place at an index within the limit', () => {
    expect([placeAt(['a', 'b', 'c'], 'c', 0, 3), placeAt(['a', 'b'], 'x', 0, 2), placeAt(['a'], 'x', 9, 3)]).toEqual([['c', 'a', 'b'], ['x', 'a'], ['a', 'x']]);
  });

  it('find the place under a dragged row', () => {
    expect([indexAt(5, [10, 20]), indexAt(15, [10, 20]), indexAt(99, [10, 20])]).toEqual([0, 1, 2]);
  });

  it('let the rows between give way', () => {
    const shifts = (heldAt: number, index: number | null) => [0, 1, 2, 3, 4].map((position) => shiftOf(position, heldAt, 2, index));
    expect(shifts(0, 1)).toEqual([0, -1, 0, 0, 0]);
    expect(shifts(3, 0)).toEqual([1, 1, 1, 1, 0]);
    expect(shifts(0, null)).toEqual([0, -1, -1, 0, 0]);
  });
});
