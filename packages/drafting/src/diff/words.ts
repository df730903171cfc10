/** A text cut at its words: `gaps[i]` stands before `words[i]`, the last gap after all; joined in turn they give the text. */
export interface CutText {
  readonly words: readonly string[];
  /** One more than words: spaces and punctuation. */
  readonly gaps: readonly string[];
}

/**
 * A word: letters, digits, their marks and invisible format characters; joined by hyphens, apostrophes, decimal signs
 * («социально-экономический», «2027-жылдын», «o’ha», «1,5»). A sign that stands between spaces counts as a word too («—»),
 * so that word counts agree with those of programs that split at spaces.
 */
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+(?:[-‐‑'’ʼ.,](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}\p{Cf}]+)*|(?<!\S)[^\s\p{L}\p{N}\p{M}\p{Cf}]+(?!\S)/gu;
/** A full stop or comma joins digits only: «1.5» is one word, «слово.Слово» is two. */
const FALSE_JOIN = /(?<=[^\p{N}])[.,]|[.,](?=[^\p{N}])/u;

/** Cuts at words. Loses nothing: `joinCut(cutWords(text)) === text`, for ill-formed UTF-16 too. */
export function cutWords(text: string): CutText {
  const words: string[] = [];
  const gaps: string[] = [];
  let end = 0;
  const take = (word: string, at: number): void => {
    gaps.push(text.slice(end, at));
    words.push(word);
    end = at + word.length;
  };
  for (const { 0: found, index } of text.matchAll(WORD)) {
    let at = index;
    for (const part of /[\p{L}\p{N}]/u.test(found) ? found.split(FALSE_JOIN) : [found]) {
      if (part !== '') take(part, at);
      at += part.length + 1;
    }
  }
  gaps.push(text.slice(end));
  return { words, gaps };
}

/** A word without letters and digits, such as a dash between spaces. */
export const isSign = (word: string): boolean => !/[\p{L}\p{N}\p{M}\p{Cf}]/u.test(word);
