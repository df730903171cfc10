import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { Ring, type RingGroup } from './ring.js';
import { measure, sectors } from './ring-shape.js';
import { renderIn } from './testing.js';

const names = [{ id: 'a', name: 'Власть', sign: 'В', tone: 0 }, { id: 'b', name: 'ОГО', sign: 'О', tone: 1 }, { id: 'c', name: 'Бизнес', sign: 'Б', tone: 2 }] as const;
const groups = (figures: readonly Omit<RingGroup, 'id' | 'name' | 'sign' | 'tone'>[]): RingGroup[] => names.map((name, index) => ({ ...name, ...(figures[index] ?? { value: 0, base: 0 }) }));

afterEach(cleanup);

describe('Ring', () => {
  it('says a presence in words', () => {
    renderIn('ru', <Ring lead="Проголосовали 37 из 59" groups={groups([{ value: 11, base: 18 }, { value: 16, base: 25 }, { value: 10, base: 16 }])} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Проголосовали 37 из 59: Власть 11 из 18; ОГО 16 из 25; Бизнес 10 из 16');
  });

  it('says a result with its clauses and what is hidden', () => {
    renderIn('en', <Ring mode="vote" lead="Yes 33 of 37" groups={groups([{ value: 13, base: 16, abstain: 1, no: 2, holds: true }, { value: 7, base: 21, no: 14, holds: false }, { value: 0, base: 4, hidden: true }])} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Yes 33 of 37: Власть yes 13, no 2, abstain 1 of 16, condition met; ОГО yes 7, no 14, abstain 0 of 21, condition not met; Бизнес: hidden, too few votes');
  });

  it('closes the inner circle only where the clause holds, and sets the other sector back', () => {
    const { container } = renderIn('ky', <Ring mode="vote" lead="" groups={groups([{ value: 1, base: 1, holds: true }, { value: 1, base: 1, holds: true }, { value: 0, base: 1, no: 1, holds: false }])} />);
    expect(container.querySelectorAll('.circle')).toHaveLength(2);
    expect(container.querySelectorAll('g[transform]')).toHaveLength(1);
  });

  it('shows no filling of a hidden group', () => {
    const { container } = renderIn('ru', <Ring mode="vote" lead="" groups={groups([{ value: 4, base: 4, hidden: true }])} />);
    expect(container.querySelectorAll('[fill^="url"]')).toHaveLength(0);
  });
});

describe('sectors', () => {
  const width = ({ start, end }: { start: number; end: number }) => Number(((end - start) / (2 * Math.PI)).toFixed(4));

  it('are equal whatever the groups\' sizes', () => {
    expect(sectors('presence', groups([{ value: 1, base: 100 }, { value: 1, base: 2 }, { value: 0, base: 0 }]), measure(128)).map(width)).toEqual([0.3333, 0.3333, 0.3333]);
  });

  it('are shares of the total for speaking time, and equal before anybody spoke', () => {
    expect(sectors('time', groups([{ value: 2, base: 0 }, { value: 1, base: 0 }, { value: 1, base: 0 }]), measure(84)).map(width)).toEqual([0.5, 0.25, 0.25]);
    const silent = sectors('time', groups([]), measure(84));
    expect(silent.map(width)).toEqual([0.3333, 0.3333, 0.3333]);
    expect(silent.every((sector) => sector.filledTo === sector.from)).toBe(true);
  });
});
