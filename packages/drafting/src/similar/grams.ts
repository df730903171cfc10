/** Letters of a word that are kept: endings of Russian, Kyrgyz and English come after them, and roots mostly end before. */
const STEM = 6;

/** Words that say nothing about the matter, of all three languages at once: a text may mix them. */
const STOP = new Set((
  'и в во на по с со к ко о об от до из за у не ни а но что как для при или их его это все также так чтобы который которые года год '
  + 'жана менен үчүн боюнча же да дагы бул ал анын ошондой эле бир болуп керек тарабынан жылдын жыл '
  + 'the a an of to in on for and or by with at from as is are be that this its their it all into year').split(' '));

/** Grams of the words seen so far, by word; saves most of the work, for a dialogue's vocabulary is small. */
export type KnownWords = Map<string, readonly string[]>;

/**
 * Counts of the character trigrams of a text's stems. Words are letters and digits in lower case, ё as е, without stop words,
 * cut to six letters (light stemming by truncation: McNamee, Nicholas, Mayfield 2009), with a mark at both ends.
 */
export function gramsOf(text: string, known: KnownWords): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').match(/[\p{L}\p{N}]+/gu) ?? []) {
    let grams = known.get(word);
    if (grams === undefined) known.set(word, grams = STOP.has(word) ? [] : gramsOfWord(word));
    for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function gramsOfWord(word: string): string[] {
  const stem = ` ${[...word].slice(0, STEM).join('')} `;
  return Array.from({ length: stem.length - 2 }, (_, i) => stem.slice(i, i + 3));
}
