import { describe, expect, it } from '@jest/globals';
import { LANGS, type Snapshot } from '@tegerek/contracts/wire';
import { applyEvent } from '../fold/apply.js';
import { emptyPanel } from '../fold/reducer.js';
import { documentLines } from '../resolution/document/document-lines.js';
import { buildMinutes } from './build-minutes.js';
import { MINUTES_WORDS } from './messages.js';
import { panelRecord } from './record.js';
import { sampleMinutes } from './sample-minutes.js';

const facts = sampleMinutes();
const { core, panel } = facts;

describe('minutes', () => {
  it('follow from the log by the clock, with what was typed between; other panels leave no line', () => {
    expect(panelRecord(core, panel).map(({ at, kind }) => `${at} ${kind}`)).toEqual(['10 phase', '20 turn', '25 turn', '30 typed', '35 answered', '40 phase', '50 opened', '60 closed', '70 opened', '80 void']);
  });

  it('without names say the groups only, and that they do', () => {
    for (const lang of LANGS) {
      const words = documentLines(buildMinutes({ ...facts, isNameless: true }, lang)!).join('\n');
      expect(words).not.toContain('Айжан');
      expect(words).toContain(MINUTES_WORDS[lang].nameless);
      expect(documentLines(buildMinutes(facts, lang)!).join('\n')).not.toContain(MINUTES_WORDS[lang].nameless);
    }
    expect(documentLines(buildMinutes({ ...facts, isNameless: true }, 'ru')!)).toContain('00:20 Выступление: участник группы «ОГО», 1:35.');
  });

  it('say in each language who spoke, what was answered and how it was decided; a name that may not be named is not', () => {
    const words = documentLines(buildMinutes(facts, 'ru')!);
    for (const line of ['00:20 Выступление: Айжан Примерная (ОГО), 1:35.', '00:25 Выступление: имя не указано, 0:05.', '00:30 Записано руками.', 'Вторая строка.', '00:35 Дан ответ на вопрос «Когда?»: В марте',
      '00:40 Этап: по программе. Причина: рано', '00:60 Решение 1.1: консенсус. За 3, против 0, воздержались 1; голосовали 4 из 5.', '00:80 Голосование 1.1 признано недействительным. Причина: ошибка']) expect(words).toContain(line);
    expect(documentLines(buildMinutes(facts, 'ky')!)).toContain('00:20 Сөз: Айжан Примерная (ЖКУ), 1:35.');
    expect(documentLines(buildMinutes(facts, 'en')!)).toContain('00:60 Decision 1.1: consensus. For 3, against 0, abstained 1; 4 of 5 voted.');
  });

  it('have the same places to fill in every language', () => {
    const places = (text: string) => [...text.matchAll(/\{([a-z]+)\}/gu)].map(([, name = '']) => name).sort((a, b) => a.localeCompare(b));
    for (const lang of LANGS) for (const [key, text] of Object.entries(MINUTES_WORDS.ru)) expect([lang, key, places(MINUTES_WORDS[lang][key as 'title'])]).toEqual([lang, key, places(text)]);
  });

  it('are none for a panel that is not there', () => { expect(buildMinutes({ ...facts, panel: emptyPanel('x') }, 'ru')).toBeUndefined(); });

  it('keep each step of the phase, back and forth', () => {
    const moved = (['open', 'discussion', 'open'] as const).reduce<Snapshot>((snapshot, to, rev) => applyEvent(snapshot, { type: 'panel.phase-moved', v: 1, audience: 'public', data: { panelId: 'p', from: 'open', to, rev, reason: rev === 2 ? 'рано' : null } }, { seq: rev, at: rev * 10 }), { core, panels: { p: emptyPanel('p') } });
    expect(moved.panels['p']?.moves.map(({ at, to, reason }) => [at, to, reason])).toEqual([[0, 'open', null], [10, 'discussion', null], [20, 'open', 'рано']]);
  });
});
