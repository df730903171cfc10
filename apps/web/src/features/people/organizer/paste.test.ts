import { describe, expect, it } from '@jest/globals';
import { namesOf, parseLines } from './paste.js';

const groups = namesOf([{ id: 'g1', title: { ru: 'Власть', ky: 'Бийлик' }, sign: { ru: 'В' } }, { id: 'g2', title: { ru: 'ОГО' }, sign: {} }]);

describe('pasted lines of people', () => {
  it('read a group by its title or sign in any language', () => {
    const lines = parseLines('Айгүл Токтосунова; ого; ОФ «Таза суу»\nБакыт\tбийлик\t\t\tОшская\tky\n"Тимур";в', groups, 'ru');
    expect(lines.map(({ draft, fault }) => [draft.name, draft.groupId, draft.region, draft.language, fault])).toEqual([
      ['Айгүл Токтосунова', 'g2', '', 'ru', null], ['Бакыт', 'g1', 'Ошская', 'ky', null], ['Тимур', 'g1', '', 'ru', null],
    ]);
  });

  it('keep every faulty line with its reason and its place, and none of the good ones is lost', () => {
    const lines = parseLines('Эркин; Общественность\n\n; Власть\nХорошая; Власть\nИмя; Власть;;;; de', groups, 'ru');
    expect(lines.map(({ line, fault }) => [line, fault])).toEqual([[1, 'group-unknown'], [3, 'name-empty'], [4, null], [5, 'language-unknown']]);
  });

  it('take a seat without a group', () => {
    expect(parseLines('Модератор Асель', groups, 'ky')[0]).toMatchObject({ draft: { groupId: null, language: 'ky' }, fault: null });
  });
});
