import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LANGS, type DecisionRule, type Lang } from '@tegerek/contracts/wire';
import { countDecision, defaultRule, presetRule } from '@tegerek/tally';
import { messages as en } from '../../../i18n/catalogues/staff.en.js';
import { messages as ky } from '../../../i18n/catalogues/staff.ky.js';
import { messages as ru } from '../../../i18n/catalogues/staff.ru.js';
import type { GroupView } from '../../../ui/group.js';
import { renderIn } from '../../../ui/testing.js';
import { RuleTry } from './rule-try.js';
import { wholeNumber } from './try-numbers.js';

const CATALOGUES = { ru, ky, en };
const NAMES: Record<Lang, readonly string[]> = { ru: ['Власть', 'НКО', 'Бизнес'], ky: ['Бийлик', 'КЭУ', 'Ишкердик'], en: ['State', 'NGOs', 'Business'] };
const IDS = ['gov', 'cso', 'biz'];
const SEATS = { gov: 10, cso: 10, biz: 10 };
type Four = readonly [seats: string, yes: string, no: string, abstain: string];

afterEach(cleanup);

const open = (lang: Lang, rule: DecisionRule = defaultRule(IDS) as DecisionRule) => {
  const groups = NAMES[lang].map((name, i): GroupView => ({ id: IDS[i] ?? '', name, sign: name.slice(0, 1), tone: (i + 1) as GroupView['tone'] }));
  renderIn(lang, <RuleTry rule={rule} groups={groups} seats={SEATS} />, CATALOGUES[lang]);
};
const field = (lang: Lang, group: number, column: 'seats' | 'yes' | 'no' | 'abstain') => screen.getByLabelText(`${NAMES[lang][group] ?? ''}: ${CATALOGUES[lang][`desk.try.${column}`]}`);
function type(lang: Lang, group: number, numbers: Four) {
  for (const [i, column] of (['seats', 'yes', 'no', 'abstain'] as const).entries()) fireEvent.change(field(lang, group, column), { target: { value: numbers[i] } });
}
const clauses = () => { const list = document.querySelector<HTMLElement>('.clauses'); return list === null ? null : within(list).queryAllByRole('listitem').map((item) => item.textContent); };
const grade = () => document.querySelector('.outcome .grade')?.textContent ?? null;

describe('the try-out of a rule', () => {
  it.each([
    ['ru', 'Бизнес: за 7 из 15, нужно не менее 8'], ['ky', 'Ишкердик: 15 ичинен 7 макул, кеминде 8 керек'], ['en', 'Business: 7 of 15 in favour, at least 8 needed'],
  ] as const)('in %s gives the grade and the failed clause of the numbers that are typed, as they are counted in a decision', (lang, words) => {
    open(lang);
    type(lang, 0, ['15', '13', '2', '']);
    type(lang, 1, ['20', '20', '0', '0']);
    type(lang, 2, ['15', '7', '8', '0']);
    const counted = countDecision({
      rule: defaultRule(IDS), electorate: { gov: 15, cso: 20, biz: 15 },
      ballots: [{ group: 'gov', choice: 'yes', count: 13 }, { group: 'gov', choice: 'no', count: 2 }, { group: 'cso', choice: 'yes', count: 20 }, { group: 'biz', choice: 'yes', count: 7 }, { group: 'biz', choice: 'no', count: 8 }],
    });
    expect(counted).toMatchObject({ grade: 'majority', failed: [{ id: 'broad-agreement.group', group: 'biz' }] });
    expect(grade()).toBe(CATALOGUES[lang]['grade.majority']);
    expect(clauses()).toEqual([words]);
    expect(document.querySelector('.outcome svg .big')?.textContent).toBe(String(counted.overall.yes));
  });

  it.each(LANGS)('in %s refuses what is no number, and votes beyond the seats, in the line below; what was typed stays, and no result is shown', async (lang) => {
    open(lang);
    const wrong = field(lang, 2, 'no');
    await userEvent.clear(wrong);
    await userEvent.type(wrong, '3.5');
    const refused = screen.getByRole('alert');
    expect([(wrong as HTMLInputElement).value, wrong.getAttribute('aria-invalid'), wrong.getAttribute('aria-describedby')]).toEqual(['3.5', 'true', refused.id]);
    expect(refused.textContent).toContain(CATALOGUES[lang]['desk.try.no']);
    expect(field(lang, 2, 'yes').hasAttribute('aria-invalid')).toBe(false);
    expect(grade()).toBeNull();
    await userEvent.clear(wrong);
    await userEvent.type(wrong, '30');
    expect(screen.getByRole('alert').textContent).toBe(CATALOGUES[lang]['desk.try.over']);
    expect(field(lang, 2, 'yes').getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    await userEvent.click(screen.getByRole('button', { name: CATALOGUES[lang]['desk.try.reset'] }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(grade()).not.toBeNull();
  });

  it('says that a rule cannot be counted by, counts on the consent scale, and names a missing quorum', () => {
    open('ru', { ...defaultRule(IDS), requiredGroups: ['nobody'] } as DecisionRule);
    expect(screen.getByRole('alert').textContent).toBe(ru['refusal.vote.rule-invalid']);
    cleanup();
    open('ru', presetRule('consent', IDS) as DecisionRule);
    for (const group of [0, 1, 2]) type('ru', group, ['10', '10', '', '']);
    expect(grade()).toBe(ru['grade.consensus']);
    cleanup();
    open('ru');
    type('ru', 1, ['10', '5', '0', '0']);
    expect(grade()).toBe(ru['grade.not-adopted-no-quorum']);
    expect(clauses()).toEqual(['НКО: нет кворума, проголосовали 5 из 10, нужно не менее 6']);
  });

  it('reads whole numbers alone', () => {
    expect(['', ' 12 ', '1 000', '99999', '100000', '-1', '1e3', '٣', 'семь', '3,5'].map(wholeNumber)).toEqual([0, 12, 1_000, 99_999, null, null, null, null, null, null]);
  });
});
