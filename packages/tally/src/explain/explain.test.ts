import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seqPhragmen } from '../proportional/committees.js';
import { makeProfile } from '../ranked/profile.js';
import { irv } from '../ranked/irv.js';
import { schulze } from '../ranked/schulze.js';
import { makeApprovalProfile } from '../single/ballots.js';
import { countDecision } from '../yes-no/count-decision.js';
import { defaultRule } from '../yes-no/rule.js';
import { EXPLAINED, explain, type Explainable } from './explain.js';
import type { Locale } from './format-message.js';
import { decision, everyResult, generator, GROUPS, OPTIONS } from './samples.js';

const LOCALES: readonly Locale[] = ['ru', 'ky', 'en'];
const SEEDS = [20240401, Math.floor(Math.random() * 2 ** 31)];
const NAMES: Record<string, string> = { a: 'Коалиции', b: 'Данные', c: 'Соцзаказ', d: 'Школы', e: 'Вода', f: 'Дороги' };
const GROUP_NAMES: Record<string, string> = { x: 'Власть', y: 'ОГО', z: 'Бизнес' };
const tell = (r: Explainable, locale: Locale): string[] => explain(r, locale, NAMES, GROUP_NAMES);

/** Every number that a result holds: as such, as decimal text, or as the parts of a fraction. */
function numbersOf(value: unknown, found = new Set<number>()): Set<number> {
  if (typeof value === 'number') found.add(Math.abs(value));
  else if (typeof value === 'string' && /^-?[\d.]+(\/\d+)?$/.test(value)) for (const part of value.split('/')) found.add(Math.abs(Number(part)));
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) numbersOf(inner, found);
  return found;
}

const numbersIn = (text: string): number[] => [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map((m) => Number(m[0].replace(',', '.')));

describe.each(SEEDS)('over generated results, seed %i', (seed) => {
  const check = (run: (r: Explainable) => void, numRuns = 30): void =>
    fc.assert(fc.property(fc.integer(), (n) => everyResult(generator(n)).forEach(run)), { seed, numRuns });

  it('three to ten whole sentences, in every language', () => {
    check((r) => {
      for (const locale of LOCALES) {
        const sentences = tell(r, locale);
        expect(sentences.length).toBeGreaterThanOrEqual(3);
        expect(sentences.length).toBeLessThanOrEqual(10);
        expect(sentences.filter((s) => !/^[\p{Lu}«“\d].*\.$/u.test(s))).toEqual([]);
        expect(sentences.join(' ')).not.toMatch(/[{}]|undefined|NaN|null|Infinity/);
        expect(new Set(sentences).size).toBe(sentences.length);
      }
    });
  });

  it('every number in the text is one of the result', () => {
    check((r) => {
      const known = numbersOf(r);
      const invented = LOCALES.flatMap((locale) => numbersIn(tell(r, locale).join(' ')).filter((n) => !known.has(n)));
      expect(invented).toEqual([]);
    });
  });

  it('names the winner, and whoever was next to it', () => {
    check((r) => {
      if (!('ranking' in r) || !('winners' in r) || r.ranking === null || r.winners === null) return;
      for (const locale of LOCALES) {
        const text = tell(r, locale).join(' ');
        expect(r.ranking.flat().slice(0, 2).filter((id) => !text.includes(NAMES[id]!))).toEqual([]);
      }
    });
  });

  it('every language tells the same figures about the same options', () => {
    check((r) => {
      const facts = LOCALES.map((locale) => {
        const text = tell(r, locale).join(' ');
        return { numbers: numbersIn(text).sort((a, b) => a - b), names: Object.values({ ...NAMES, ...GROUP_NAMES }).map((name) => text.split(name).length) };
      });
      expect(facts[1]).toEqual(facts[0]);
      expect(facts[2]).toEqual(facts[0]);
    });
  });

  it('the same winner for different reasons reads differently', () => {
    const reason: Record<string, (r: never) => unknown> = {
      schulze: (r: ReturnType<typeof schulze>) => [r.winners, r.ranking[1]?.[0], r.pairwise[r.winners[0]!]?.[r.ranking[1]?.[0] ?? ''], r.pairwise[r.ranking[1]?.[0] ?? '']?.[r.winners[0]!], r.isTied],
      irv: (r: ReturnType<typeof irv>) => [r.possibleWinners, r.rounds.length, r.rounds.at(-1)!.tallies[r.winnerByLot], r.rounds.at(-2)?.eliminated],
      'yes-no': (r: ReturnType<typeof countDecision>) => [r.grade, r.overall.yes, r.overall.no, r.failed.slice(0, 3), r.tie, r.conventions],
    };
    const seen = new Map<string, string>();
    fc.assert(fc.property(fc.integer(), (n) => {
      for (const r of everyResult(generator(n))) {
        const of = 'method' in r ? reason[r.method] : undefined;
        if (of === undefined || ('isTied' in r && r.isTied)) continue;
        const text = tell(r, 'ru').join(' ');
        const facts = JSON.stringify(of(r as never));
        expect(seen.get(text) ?? facts).toBe(facts);
        seen.set(text, facts);
      }
    }), { seed, numRuns: 100 });
  });
});

describe('what decided is named', () => {
  const el = { x: 10, y: 42, z: 5 };
  const of = (x: [number, number], y: [number, number], z: [number, number]): Explainable => countDecision({
    rule: defaultRule(GROUPS), electorate: el,
    ballots: [x, y, z].flatMap(([yes, no], i) => [{ group: GROUPS[i]!, choice: 'yes' as const, count: yes }, { group: GROUPS[i]!, choice: 'no' as const, count: no }]),
  });

  it('the group clause that was missed, and the invitation that follows', () => {
    expect(tell(of([6, 0], [40, 0], [1, 4]), 'ru')).toEqual([
      'Предложение принято большинством голосов.',
      'За — 47 голосов, против — 4 голоса, воздержавшихся — 0.',
      'Для решения большинством доля «за» должна быть больше 1/2 от числа голосов «за» и «против»; получено 47 из 51.',
      'В группе «Бизнес» «за» — только 1 из 5, а для широкого согласия в ней требуется больше 1/2.',
      'Кворум был: участников — 51 из 57, требовалось больше 1/2.',
      'По группам: «Власть» — 6 за, 0 против; «ОГО» — 40 за, 0 против; «Бизнес» — 1 за, 4 против.',
      'Особое мнение предлагается записать: «Бизнес».',
    ]);
  });

  it('the group without quorum', () => {
    expect(tell(of([2, 0], [40, 1], [5, 0]), 'en')).toContain('The group “Власть” had no quorum: only 2 of 10 took part, and more than 1/2 was needed.');
    expect(tell(of([2, 0], [40, 1], [5, 0]), 'ky')).toContain('«Власть» тарабында кворум болгон жок: катышкандар — 10 ичинен 2 гана, ал эми талап — 1/2 үлүшүнөн көп.');
  });

  it('the chain that outweighs a direct defeat', () => {
    // a beats b 8:4, b beats c 9:3, c beats a 7:5
    const circle = [{ count: 5, ranking: [['a'], ['b'], ['c']] }, { count: 4, ranking: [['b'], ['c'], ['a']] }, { count: 3, ranking: [['c'], ['a'], ['b']] }];
    const r = schulze(makeProfile(['a', 'b', 'c'], circle));
    expect(r.winners).toEqual(['a']);
    expect(tell(r, 'ru')).toEqual(expect.arrayContaining([
      '8 участников поставили вариант «Коалиции» выше варианта «Данные», наоборот — 4.',
      'В прямом сравнении впереди был бы вариант «Соцзаказ»: 7 участников поставили его выше варианта «Коалиции», наоборот — 5.',
      'Решает цепочка побед «Коалиции» → «Данные» → «Соцзаказ»: самая слабая победа в ней — 8 голосов, а в лучшей обратной цепочке — только 7.',
    ]));
  });

  it('the round that turned the count', () => {
    const ballots = [{ count: 21, ranking: [['a']] }, { count: 15, ranking: [['b']] }, { count: 14, ranking: [['c'], ['b']] }];
    expect(tell(irv(makeProfile(['a', 'b', 'c'], ballots)), 'ru')).toEqual(expect.arrayContaining([
      'Победил вариант «Данные»: он взял верх в последнем раунде подсчёта.',
      'В первом раунде впереди был вариант «Коалиции»: 21 голос.',
      'Когда выбыл вариант «Соцзаказ», у варианта «Данные» вместо 15 стало 29 голосов.',
      'В последнем раунде у варианта «Данные» — 29 голосов, у варианта «Коалиции» — 21; всего в подсчёте оставалось 50.',
    ]));
  });
});

describe('what cannot be explained', () => {
  const r = decision(generator(1));
  it('is refused with the reason', () => {
    expect(() => explain(r, 'de' as Locale)).toThrow('no texts in "de"');
    expect(() => explain({ method: 'pairwise', algorithm: { id: 'pairwise', version: 1 } }, 'en')).toThrow('no texts for the method "pairwise"');
  });
  it('a method without a sample does not exist', () => {
    const sampled = everyResult(generator(1)).map((x) => ('method' in x ? x.method : x.algorithm.id));
    expect([...new Set(sampled)].sort()).toEqual([...EXPLAINED].sort());
  });
  it('without names the ids are shown', () => {
    const text = explain(schulze(makeProfile(OPTIONS.slice(0, 2), [{ ranking: [['b'], ['a']] }])), 'ru').join(' ');
    expect(text).toContain('Победил вариант «b»');
  });
  it('places that nobody supports are told as such', () => {
    const sentences = explain(seqPhragmen(makeApprovalProfile(['a', 'b'], [{ approvals: [] }]), { seats: 2 }), 'ru');
    expect(sentences).toHaveLength(3);
    expect(sentences[1]).toBe('Сторонников в бюллетенях нет: «a» и «b»; эти места заняты по порядку жребия.');
  });
  it('a name is text, whatever it looks like', () => {
    const text = explain(schulze(makeProfile(['a', 'b'], [{ ranking: [['b'], ['a']] }])), 'en', { a: '{n, votes}', b: '$&' }).join(' ');
    expect(text).toContain('“$&” won');
    expect(text).toContain('“{n, votes}”');
  });
});
