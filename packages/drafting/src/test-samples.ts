import fc from 'fast-check';

/** Runs a property with a fixed seed and with a new one, which fast-check prints when it fails. */
export function holds<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 300): void {
  fc.assert(fc.property(arbitrary, property), { seed: 20261124, numRuns });
  fc.assert(fc.property(arbitrary, property), { numRuns });
}

const WORDS = ['реестр', 'өкмөтү', 'үчүн', 'ң', 'и', 'в', 'на', 'социально-экономический', '2027-жылдын', '1,5', '20', '%', '№', '«ОГО»', 'отчёт', 'отчет', 'the', 'o’ha', '—', '(да)'];
const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) });
const sentence = fc.tuple(fc.array(word, { minLength: 1, maxLength: 9 }), fc.constantFrom('. ', '; ', ', ', '? ', '.\n', ' ')).map(([words, end]) => words.join(' ') + end);

/** Texts of up to ten sentences in Russian, Kyrgyz and English words with odd strings among them. */
export const texts: fc.Arbitrary<string> = fc.array(sentence, { maxLength: 10 }).map((sentences) => sentences.join(''));

/** A text and what became of it: sentences dropped, moved, put in, words changed. */
export const amended: fc.Arbitrary<readonly [string, string]> = fc.array(sentence, { minLength: 1, maxLength: 10 }).chain((sentences) =>
  fc.tuple(fc.shuffledSubarray(sentences), fc.array(sentence, { maxLength: 2 }), fc.nat(), word).map(([kept, added, at, put]) => {
    const after = [...kept.slice(0, at % (kept.length + 1)), ...added, ...kept.slice(at % (kept.length + 1))].join('').split(' ');
    if (after.length > 2) after[at % after.length] = put;
    return [sentences.join(''), after.join(' ')] as const;
  }));
