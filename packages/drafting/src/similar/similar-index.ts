import { gramsOf, type KnownWords } from './grams.js';

export interface Candidate { readonly id: string; readonly text: string }

export interface Similar {
  readonly id: string;
  /** Cosine of the idf-weighted trigrams, 0 (nothing in common) to 1 (the same words). */
  readonly score: number;
}

export interface SimilarOptions {
  /** Most results; 5. */
  readonly limit?: number;
  /** Least score worth showing; 0.35: above it lie paraphrases, below it texts of one field (docs/adr/0007-drafting.md). */
  readonly least?: number;
}

/** Weight of a gram that occurs `count` times in a text: repetition says less each time. */
const weight = (count: number): number => 1 + Math.log(count);

/**
 * Texts that can be asked for similar ones, kept up to date one by one. Mutable; belongs to one caller. Results depend on the
 * texts that are in, not on the order in which they came. 500 texts of 1,000 characters: see docs/adr/0007-drafting.md.
 */
export class SimilarIndex {
  private readonly words: KnownWords = new Map();
  private readonly texts = new Map<string, Map<string, number>>();
  /** For each gram the texts that have it, with its weight there. */
  private readonly postings = new Map<string, Map<string, number>>();
  /** Lengths of the texts' vectors under the present idf; built when asked for after a change. */
  private lengths: Map<string, number> | undefined;

  get size(): number {
    return this.texts.size;
  }

  /** Takes a text in, or another in its place. */
  put({ id, text }: Candidate): void {
    this.remove(id);
    const grams = gramsOf(text, this.words);
    this.texts.set(id, grams);
    this.lengths = undefined;
    for (const [gram, count] of grams) {
      const posting = this.postings.get(gram) ?? new Map<string, number>();
      posting.set(id, weight(count));
      this.postings.set(gram, posting);
    }
  }

  /** Takes a text out; an unknown id changes nothing. */
  remove(id: string): void {
    const grams = this.texts.get(id);
    if (grams === undefined) return;
    for (const gram of grams.keys()) {
      const posting = this.postings.get(gram)!;
      posting.delete(id);
      if (posting.size === 0) this.postings.delete(gram);
    }
    this.texts.delete(id);
    this.lengths = undefined;
  }

  /** Best first, equal scores by id. A draft that is itself in the index finds itself: leave it out by `except`. */
  similar(draft: string, { limit = 5, least = 0.35, except }: SimilarOptions & { readonly except?: string } = {}): Similar[] {
    this.lengths ??= this.measure();
    const products = new Map<string, number>();
    let squares = 0;
    for (const [gram, count] of gramsOf(draft, new Map())) {
      const posting = this.postings.get(gram);
      const own = weight(count) * this.idf(posting?.size ?? 0);
      squares += own * own;
      if (posting === undefined) continue;
      const factor = own * this.idf(posting.size);
      for (const [id, value] of posting) products.set(id, (products.get(id) ?? 0) + factor * value);
    }
    return [...products]
      .map(([id, product]) => ({ id, score: Math.min(1, product / (Math.sqrt(squares) * this.lengths!.get(id)!)) }))
      .filter(({ id, score }) => score >= least && id !== except)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** Rare grams tell more. Smoothed, so that a gram of every text still counts. */
  private idf(having: number): number {
    return Math.log(1 + (this.texts.size + 1) / (having + 0.5));
  }

  private measure(): Map<string, number> {
    const squares = new Map<string, number>();
    for (const posting of this.postings.values()) {
      const idf = this.idf(posting.size);
      for (const [id, value] of posting) squares.set(id, (squares.get(id) ?? 0) + (value * idf) ** 2);
    }
    return new Map([...squares].map(([id, square]) => [id, Math.sqrt(square)]));
  }
}

/** The candidates that say nearly what the draft says, best first; for asking more than once keep a `SimilarIndex`. */
export function similar(candidates: readonly Candidate[], draft: string, options: SimilarOptions = {}): Similar[] {
  const index = new SimilarIndex();
  for (const candidate of candidates) index.put(candidate);
  return index.similar(draft, options);
}
