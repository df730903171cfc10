import { asRankings, type Election } from '../election.js';
import type { RankedBallot } from '../ranked/profile.js';
import type { ElectionFile } from './election-json.js';
import { TallyInputError } from '../errors.js';
import { faultAt, wholeToken, type Token } from './text.js';

/** Words, numbers, quoted texts and bracketed directives; # starts a comment to the end of the line. */
function tokenize(text: string): Token[] {
  const out: Token[] = [];
  for (const m of text.matchAll(/"((?:[^"\\\n]|\\.)*)"|#[^\n]*|\[[^\]\n]*\]|[^\s"#[\]]+|["[\]]/g)) {
    if (m[0].startsWith('#')) continue;
    if (m[0] === '"') throw faultAt(text, m.index, 'a name in quotes on one line');
    if (m[1] !== undefined) out.push({ text: m[1].replace(/\\(.)/g, '$1'), at: m.index, isQuoted: true });
    else out.push({ text: m[0], at: m.index });
  }
  return out;
}

class Blt {
  private readonly tokens: Token[];
  private readonly nicks = new Map<string, number>();
  private withdrawn = new Set<number>();
  private lots: string[] | null = null;
  private size = 0;
  private k = 0;

  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
  }

  private peek(): Token {
    return this.tokens[this.k] ?? { text: '', at: this.text.length };
  }
  private next(): Token {
    const t = this.peek();
    this.k++;
    return t;
  }

  private candidate(token: Token): number {
    const known = this.nicks.get(token.text);
    if (known !== undefined) return known;
    const n = wholeToken(this.text, token, `a candidate from 1 to ${this.size}`);
    if (n < 1 || n > this.size) throw faultAt(this.text, token.at, `a candidate from 1 to ${this.size}`);
    return n;
  }

  private directive(token: Token): void {
    const words = [...token.text.slice(1, -1).matchAll(/\S+/g)].map((m) => ({ text: m[0], at: token.at + 1 + m.index }));
    const [name, ...rest] = words;
    if (name?.text === 'nick' || name?.text === 'nicknames') {
      if (rest.length !== this.size) throw faultAt(this.text, token.at, `${this.size} nicknames`);
      rest.forEach((w, i) => this.nicks.set(w.text, i + 1));
    } else if (name?.text === 'tie') this.lots = rest.map((w) => String(this.candidate(w)));
    else if (name?.text === 'withdrawn') for (const w of rest) this.withdrawn.add(this.candidate(w));
    else throw faultAt(this.text, token.at, '[nick …], [tie …] or [withdrawn …]');
  }

  private ballot(first: Token): RankedBallot {
    const count = wholeToken(this.text, first, 'how many such ballots, or 0 after the last one');
    const ranking: string[][] = [];
    const seen = new Set<number>();
    for (let t = this.next(); t.text !== '0' || t.isQuoted === true; t = this.next()) {
      if (this.k > this.tokens.length) throw faultAt(this.text, t.at, '0 at the end of the ballot');
      if (t.text === '-') continue;
      const place: string[] = [];
      let at = t.at;
      for (const part of t.text.split('=')) {
        const c = this.candidate({ text: part, at });
        if (seen.has(c)) throw faultAt(this.text, at, 'each candidate once in a ballot');
        seen.add(c);
        if (!this.withdrawn.has(c)) place.push(String(c));
        at += part.length + 1;
      }
      if (place.length > 0) ranking.push(place);
    }
    return { count, ranking };
  }

  parse(): ElectionFile {
    this.size = wholeToken(this.text, this.peek(), 'the number of candidates');
    if (this.next().text === '0') throw faultAt(this.text, 0, 'at least one candidate');
    const seats = wholeToken(this.text, this.next(), 'the number of seats');
    while (/^(?:\[|-\d)/.test(this.peek().text)) {
      const t = this.next();
      if (t.text.startsWith('[')) this.directive(t);
      else this.withdrawn.add(this.candidate({ text: t.text.slice(1), at: t.at + 1 }));
    }
    const ballots: RankedBallot[] = [];
    for (let t = this.next(); t.text !== '0' || t.isQuoted === true; t = this.next()) ballots.push(this.ballot(t));
    const names: string[] = [];
    while (this.peek().isQuoted === true) names.push(this.next().text);
    if (names.length < this.size) throw faultAt(this.text, this.peek().at, `the name of candidate ${names.length + 1} in quotes`);
    const all = Array.from({ length: this.size }, (_, i) => String(i + 1));
    const standing = all.filter((_, i) => !this.withdrawn.has(i + 1));
    return {
      candidates: standing, seats, ballots, candidateNames: Object.fromEntries(standing.map((id) => [id, names[Number(id) - 1]!])),
      ...(names[this.size] === undefined ? {} : { title: names[this.size]! }),
      ...(this.lots === null ? {} : { options: { lots: this.lots } }),
    };
  }
}

/** Reads a `.blt` ballot file: withdrawn candidates, equal ranks (2=3), nicknames and tie order. Ids are the numbers. */
export const parseBlt = (text: string): ElectionFile => new Blt(text).parse();

/** Writes `.blt`; candidates are numbered in their order. Throws `TallyInputError` for an unknown one. */
export function writeBlt(e: ElectionFile): string {
  const number = new Map(e.candidates.map((id, i) => [id, i + 1]));
  const quoted = (name: string): string => `"${name.replace(/["\\]/g, '\\$&').replace(/\n/g, ' ')}"`;
  const lots = e.options?.['lots'];
  const lines = asRankings(e as Election).map((b) => [b.count ?? 1, ...b.ranking.map((p) => p.map((id) => numberOf(number, id)).join('=')), 0].join(' '));
  return [
    `${e.candidates.length} ${e.seats ?? 1}`, ...(Array.isArray(lots) ? [`[tie ${lots.map((id) => numberOf(number, String(id))).join(' ')}]`] : []), ...lines, '0',
    ...e.candidates.map((id) => quoted(e.candidateNames?.[id] ?? id)), quoted(e.title ?? ''), '',
  ].join('\n');
}

function numberOf(number: ReadonlyMap<string, number>, id: string): number {
  const n = number.get(id);
  if (n === undefined) throw new TallyInputError('ballot.option-unknown', `no candidate "${id}"`);
  return n;
}
