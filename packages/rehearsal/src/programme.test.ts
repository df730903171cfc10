import { describe, expect, it } from '@jest/globals';
import { copyOf, demoProgramme } from './programme.js';

describe('the copy of a programme', () => {
  const source = demoProgramme('2026-11-24');
  source.setup.contacts = [{ name: 'Айжан Примерная', role: {}, phone: '+996 000', email: '' }];
  source.panels = source.panels.map((panel) => ({ ...panel, moderators: ['a0000000-0000-4000-8000-000000000001'] })).reverse();
  const [first, second] = source.groups.map(({ id }) => id);
  source.rule.weights = { [first ?? '']: { num: 2, den: 1 } };
  source.rule.requiredGroups = [second ?? ''];
  const copy = copyOf(source, '12345678-0000-4000-8000-000000000000');

  it('has ids of its own everywhere, in the rule too, and the same texts in the order of the panels', () => {
    const text = JSON.stringify(copy);
    for (const { id } of [...source.groups, ...source.panels]) expect(text).not.toContain(id);
    expect(copy.rule.groups).toEqual(copy.groups.map(({ id }) => id));
    expect(copy.rule.weights).toEqual({ [copy.groups[0]?.id ?? '']: { num: 2, den: 1 } });
    expect(copy.rule.requiredGroups).toEqual([copy.groups[1]?.id]);
    expect(copy.panels.map(({ number, title }) => [number, title])).toEqual([...source.panels].reverse().map(({ number, title }) => [number, title]));
  });

  it('takes nobody along', () => {
    expect(copy.setup).toMatchObject({ slug: 'rehearsal-12345678', contacts: [], title: source.setup.title });
    expect(copy.panels.flatMap(({ moderators, rapporteurs, panellists }) => [...moderators, ...rapporteurs, ...panellists])).toEqual([]);
  });
});
