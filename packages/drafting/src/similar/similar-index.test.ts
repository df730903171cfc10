import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, texts } from '../test-samples.js';
import { PARAPHRASES } from './paraphrases.js';
import { SimilarIndex, similar, type Candidate } from './similar-index.js';

const LOCALES = ['ru', 'ky', 'en'] as const;
const ALL: readonly Candidate[] = LOCALES.flatMap((locale) => PARAPHRASES[locale].map(([text], i) => ({ id: `${locale}${i}`, text })));

describe('similar', () => {
  it.each(LOCALES)('%s: finds what is said in other words, and nothing else', (locale) => {
    let [lowest, highest] = [1, 0];
    PARAPHRASES[locale].forEach(([, draft], i) => {
      const [own, ...others] = similar(ALL, draft, { limit: ALL.length, least: 0 });
      expect(own?.id).toBe(`${locale}${i}`);
      lowest = Math.min(lowest, own!.score);
      highest = Math.max(highest, others[0]!.score);
      expect(similar(ALL, draft).map(({ id }) => id)).toEqual([`${locale}${i}`]);
    });
    process.stderr.write(`similar ${locale}: paraphrases from ${lowest.toFixed(2)}, others up to ${highest.toFixed(2)}\n`);
  });

  it('finds a proposal by its first half already', () => {
    for (const { id, text } of ALL) expect(similar(ALL, text.slice(0, text.length / 2))[0]?.id).toBe(id);
  });

  it('says nothing about nothing', () => {
    expect(similar(ALL, '')).toEqual([]);
    expect(similar(ALL, ' … — 和 ')).toEqual([]);
    expect(similar([], 'Создать реестр')).toEqual([]);
    expect(similar([{ id: 'a', text: '' }], 'Создать реестр')).toEqual([]);
  });

  it('the same words score 1, whatever their case, ё and order', () => {
    expect(similar([{ id: 'a', text: 'Отчёт мэрии города' }, { id: 'b', text: 'Таза суу' }], 'города мэрии ОТЧЕТ')).toEqual([{ id: 'a', score: expect.closeTo(1, 12) }]);
  });

  it('leaves out what it is told to, and cuts at the limit, ties by id', () => {
    const index = new SimilarIndex();
    for (const id of ['c', 'a', 'b']) index.put({ id, text: 'Создать реестр' });
    expect(index.similar('Создать реестр', { limit: 2 }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(index.similar('Создать реестр', { except: 'a' }).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('an index changed step by step answers as one built at once', () => {
    const act = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), text: fc.option(texts, { nil: null }) });
    holds(fc.tuple(fc.array(act, { maxLength: 12 }), texts), ([acts, draft]) => {
      const [index, now] = [new SimilarIndex(), new Map<string, string>()];
      for (const { id, text } of acts) {
        if (text === null) { index.remove(id); now.delete(id); } else { index.put({ id, text }); now.set(id, text); }
        index.similar(draft);
      }
      const rounded = (list: readonly { id: string; score: number }[]): Record<string, number> => Object.fromEntries(list.map(({ id, score }) => [id, Math.round(score * 1e9)]));
      const options = { least: 0, limit: 9 };
      expect(rounded(index.similar(draft, options))).toEqual(rounded(similar([...now].map(([id, text]) => ({ id, text })), draft, options)));
      expect(index.size).toBe(now.size);
    }, 100);
  });

  it('prints what 500 proposals of 1,000 characters take', () => {
    const pool = LOCALES.flatMap((locale) => PARAPHRASES[locale].flat()).flatMap((text) => text.split(' '));
    const long = fc.sample(fc.array(fc.constantFrom(...pool), { minLength: 160, maxLength: 160 }), { seed: 5, numRuns: 501 }).map((words) => words.join(' ').slice(0, 1_000));
    const index = new SimilarIndex();
    const took = (work: () => unknown): string => { const at = process.hrtime.bigint(); work(); return `${(Number(process.hrtime.bigint() - at) / 1e6).toFixed(1)} ms`; };
    const built = took(() => long.slice(1).forEach((text, i) => { index.put({ id: String(i), text }); }));
    const [first, again] = [took(() => index.similar(long[0]!)), took(() => index.similar(long[0]!))];
    const updated = took(() => { index.put({ id: '7', text: long[0]! }); });
    process.stderr.write(`similar, 500 × 1,000 characters: built in ${built}, asked first ${first}, again ${again}, one text replaced in ${updated}\n`);
    expect(index.similar(long[0]!)[0]).toEqual({ id: '7', score: expect.closeTo(1, 12) });
  });
});
