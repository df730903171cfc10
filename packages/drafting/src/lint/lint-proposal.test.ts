import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, texts } from '../test-samples.js';
import { BLIND_FIRST } from './blind-first.corpus.js';
import { BLIND_SECOND } from './blind-second.corpus.js';
import { evaluate } from './evaluate.js';
import { lintProposal } from './lint-proposal.js';
import { LINT_MESSAGES, warningText } from './messages.js';
import { LINT_RULES, type LintFields, type LintLocale, type Warning } from './warning.js';
import { WRITTEN_AFTER } from './written-after.corpus.js';
import { WRITTEN_FIRST } from './written-first.corpus.js';

const LOCALES: readonly LintLocale[] = ['ru', 'ky', 'en'];
const found = (fields: LintFields, locale: LintLocale): string[] => lintProposal(fields, locale).map((w) => `${w.rule}: ${(fields[w.field] ?? '').slice(w.from, w.to)}`);

describe('the corpus', () => {
  const PARTS = [['blind, the first author', BLIND_FIRST], ['blind, the second author', BLIND_SECOND], ['written before the rules', WRITTEN_FIRST], ['written after', WRITTEN_AFTER]] as const;
  const SAMPLES = (locale: LintLocale) => PARTS.flatMap(([, part]) => part[locale]);

  it.each(LOCALES)('%s: hits and false alarms within bounds, half of the samples by who had not seen the rules', (locale) => {
    for (const [name, half] of PARTS) {
      const { samples, expected, hits, falseAlarms, wrong } = evaluate(half[locale], locale);
      process.stderr.write(`linter ${locale}, ${name}: ${hits} of ${expected} expected warnings, ${falseAlarms} false alarms in ${samples} samples\n${wrong.map((w) => `  ${w}\n`).join('')}`);
      expect(samples).toBeGreaterThanOrEqual(30);
      expect(hits / expected).toBeGreaterThanOrEqual(0.93);
      expect(falseAlarms / samples).toBeLessThanOrEqual(0.07);
    }
    expect((BLIND_FIRST[locale].length + BLIND_SECOND[locale].length) / SAMPLES(locale).length).toBeGreaterThanOrEqual(0.49);
  });

  it.each(LOCALES)('%s: every rule has samples that must hit and samples that must not', (locale) => {
    const all = SAMPLES(locale);
    for (const rule of LINT_RULES) {
      const hits = all.filter((s) => s.expect.includes(rule)).length;
      expect([rule, hits > 0, hits < all.length]).toEqual([rule, true, true]);
    }
  });
});

describe('lintProposal', () => {
  it('marks exactly what it means', () => {
    expect(found({ text: 'Прошу усилить контроль за рядом школ.', deadline: '  скоро ' }, 'ru')).toEqual([
      'weak-verb: усилить', 'deadline-not-date: скоро', 'missing-addressee: ', 'missing-responsible: ',
    ]);
    expect(found({ text: 'Создать портал; ряд школ подключить.' }, 'ru')).toContain('vague-quantity: ряд');
    expect(found({ text: 'Ачык портал түзүү; кызматкерлерди окутуу.' }, 'ky')).toContain('several-demands: окутуу');
  });

  it('tells one demand with two verbs from two demands, whatever joins later words', () => {
    const demands = (text: string): string[] => found({ text }, 'ru').filter((w) => w.startsWith('several'));
    expect(demands('Обязать мэрию опубликовать отчёт для жителей и депутатов')).toEqual([]);
    expect(demands('Разработать и утвердить порядок, разместить его на сайте')).toEqual(['several-demands: разместить']);
    expect(demands('Принять закон, чтобы жители могли подать жалобу и получить ответ, и опубликовать его')).toEqual([]);
    expect(found({ text: 'Ош жана Нарын шаарларында борбор ачуу боюнча тартипти бекитүү' }, 'ky').filter((w) => w.startsWith('several'))).toEqual([]);
  });

  it('treats ё, odd spaces and capitals alike and keeps offsets', () => {
    expect(found({ text: 'РАССМОТРЕТЬ\u00a0ВОЗМОЖНОСТЬ зачёта' }, 'ru')[0]).toBe('weak-verb: РАССМОТРЕТЬ\u00a0ВОЗМОЖНОСТЬ');
    expect(found({ text: 'Провести встречи\u00a0в несколько сёл' }, 'ru')[0]).toBe('vague-quantity: несколько');
  });

  it('a weak verb is silent only when addressee, deadline and indicator are all known, from fields or text', () => {
    const all = { addressee: 'Мэрия', deadline: '1 мая 2027', indicator: '12 проверок' };
    const warns = (fields: LintFields): boolean => lintProposal({ text: 'Усилить контроль.', ...fields }, 'ru').some((w) => w.rule === 'weak-verb');
    expect(warns(all)).toBe(false);
    for (const part of ['addressee', 'deadline', 'indicator'] as const) expect(warns({ ...all, [part]: '' })).toBe(true);
    expect(warns({ text: 'Мэрии города Ош до 1 мая 2027 года усилить контроль: не менее 12 проверок.' })).toBe(false);
  });

  it('names what a weak verb lacks', () => {
    const [warning] = lintProposal({ text: 'Усилить контроль.', addressee: 'Мэрия', responsible: 'Мэр', deadline: '2027' }, 'ru');
    expect(warning).toEqual({ rule: 'weak-verb', field: 'text', from: 0, to: 7, message: 'lint.weak-verb', args: { found: 'Усилить', missing: ['indicator'] } });
  });

  it('keeps to the texts and returns the same twice, for any input', () => {
    const field = fc.option(fc.oneof(texts, fc.string({ unit: 'binary' })), { nil: '' });
    const fields = fc.record({ text: field, addressee: field, responsible: field, deadline: field, indicator: field });
    holds(fc.tuple(fields, fc.constantFrom(...LOCALES)), ([value, locale]) => {
      const warnings = lintProposal(value, locale);
      const isInside = (w: Warning): boolean => 0 <= w.from && w.from <= w.to && w.to <= value[w.field]!.length && (w.args.found ?? value[w.field]!.slice(w.from, w.to)) === value[w.field]!.slice(w.from, w.to);
      expect(warnings.filter((w) => !w.rule.startsWith('missing-')).every(isInside)).toBe(true);
      expect(lintProposal(value, locale)).toEqual(warnings);
    }, 100);
  });

  it('takes 20,000 characters without a dot, and of dots', () => {
    for (const locale of LOCALES) {
      const rules = (text: string): string[] => lintProposal({ text }, locale).map((w) => w.rule);
      expect(rules('слово word сөз '.repeat(1_333))).toContain('long-sentence');
      expect(rules('. '.repeat(10_000))).not.toContain('long-sentence');
      expect(rules('заметно кыйла considerably '.repeat(740))).toContain('vague-quantity');
      expect(rules('создать портал и create portal and портал түзүү жана ;'.repeat(380))).toContain('several-demands');
      expect(rules('1'.repeat(20_000))).toContain('missing-deadline');
      expect(rules('рассмотреть  consider '.repeat(900))).toContain('missing-addressee');
    }
  });
});

describe('warningText', () => {
  it('has a text for every rule in every language, with every argument filled in', () => {
    for (const reader of LOCALES) {
      expect(Object.keys(LINT_MESSAGES[reader]).sort()).toEqual(LINT_RULES.map((rule) => `lint.${rule}`).sort());
      for (const locale of LOCALES) {
        for (const { fields } of [...WRITTEN_FIRST[locale], ...WRITTEN_AFTER[locale]]) {
          for (const warning of lintProposal(fields, locale)) expect(warningText(warning, reader)).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  });

  it('speaks the language of the reader about a text of another', () => {
    const [warning] = lintProposal({ text: 'Күчөтүү.' }, 'ky');
    expect(warningText(warning!, 'en')).toBe('“Күчөтүү” cannot be checked later: what is missing is an addressee, a deadline, an indicator. Add it, or name an action with a result.');
  });
});
