import { describe, expect, it } from '@jest/globals';
import { folded, shortened } from './fold-diff.js';

describe('a change where there is little room', () => {
  it('keeps every word that goes or comes, and what stands beside it', () => {
    const ops = [{ kind: 'same', text: 'начало текста ' }, { kind: 'removed', text: '30' }, { kind: 'added', text: '10' }, { kind: 'same', text: ' дней и ещё много слов ' }, { kind: 'added', text: 'в год' }, { kind: 'same', text: ' и конец' }] as const;
    expect(folded(ops, 5).map(({ text }) => text)).toEqual(['…кста ', '30', '10', ' дней…слов ', 'в год', ' и ко…']);
    expect(folded(ops, 50)).toEqual(ops);
  });

  it('cuts a long piece that goes or comes in its middle, and leaves a short one whole', () => {
    const ops = [{ kind: 'removed', text: `Начало ${'ц'.repeat(300)} конец` }, { kind: 'same', text: ' ' }, { kind: 'added', text: 'кыска' }] as const;
    expect(shortened(ops, 5, 15).map(({ text }) => text)).toEqual(['Начало …ц конец', ' ', 'кыска']);
    expect(shortened(ops, 5, 400)).toEqual(ops);
  });
});
