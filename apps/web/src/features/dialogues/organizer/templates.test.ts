import { describe, expect, it } from '@jest/globals';
import { fromTemplate, isSlug, slugOf } from './templates.js';

const loaders = { ru: async () => ({ 'template.panel': 'Панель {n}', 'template.group.cso': 'ОГО' }), ky: async () => ({}), en: async () => ({ 'template.panel': 'Panel {n}' }) };

describe('a new dialogue from a template', () => {
  it('has three groups and four panels in the languages that were asked for', async () => {
    const { groups, panels, rule } = await fromTemplate('four-panels', ['ru', 'en'], loaders);
    expect(groups.map((group) => group.tone)).toEqual([0, 1, 2]);
    expect(panels.map((panel) => [panel.number, panel.title, panel.startsAt])).toEqual([1, 2, 3, 4].map((n) => [n, { ru: `Панель ${n}`, en: `Panel ${n}` }, ['09:30', '11:20', '13:10', '15:00'][n - 1]]));
    expect(rule.requiredGroups).toEqual(groups.map((group) => group.id));
  });

  it('or one group and nothing else', async () => {
    const { groups, panels } = await fromTemplate('empty', ['ky'], loaders);
    expect([groups.length, panels.length]).toEqual([1, 0]);
  });

  it('makes an address from a title in any of the languages', () => {
    expect(slugOf('Вклад ОГО в развитие регионов, 2026')).toBe('vklad-ogo-v-razvitie-regionov-2026');
    expect(slugOf('Өнүгүү үчүн диалог')).toBe('onuguu-uchun-dialog');
    expect([isSlug('a'), isSlug('-a'), isSlug('a-'), isSlug(''), isSlug(slugOf('щ'.repeat(80)))]).toEqual([true, false, false, false, true]);
  });
});
