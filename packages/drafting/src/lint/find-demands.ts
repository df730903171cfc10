import type { CompiledRules } from './compile-rules.js';
import { find, sentences, type Span } from './patterns.js';

/**
 * The verbs of a folded text that each demand something of their own. «Разработать и утвердить порядок» is one demand,
 * «разработать порядок и выделить средства» are two; a verb of a subordinate clause is none.
 */
export function findDemands(text: string, rules: CompiledRules): Span[] {
  const demands: Span[] = [];
  for (const sentence of sentences(text)) {
    for (const part of partsOf(text, sentence)) demands.push(...demandsOfPart(text, part, rules));
  }
  return demands;
}

/** Units within which neighbours may stand apart. */
const NEAR = 4;

/** Only spaces, and few of them, lie between two places, the second not before the first. */
const isNextTo = (text: string, from: number, to: number): boolean => from <= to && to - from <= NEAR && text.slice(from, to).trim() === '';

/** Parts between semicolons. */
function partsOf(text: string, sentence: Span): Span[] {
  const cuts = [sentence.from, ...[...text.slice(sentence.from, sentence.to).matchAll(/;/g)].map((m) => sentence.from + m.index + 1), sentence.to];
  return cuts.slice(1).map((to, i) => ({ from: cuts[i]!, to }));
}

function demandsOfPart(text: string, part: Span, rules: CompiledRules): Span[] {
  const shift = (span: Span): Span => ({ from: span.from + part.from, to: span.to + part.from });
  const words = text.slice(part.from, part.to);
  const verbs = find(words, rules.verb, rules.notVerb).map(shift);
  const joiners = find(words, rules.joiners).map(shift);
  const leadingBack = find(words, rules.leadingBack).map(shift);
  const subordinates = find(words, rules.subordinate).map(shift);
  return rules.data.demands.order === 'verb-first' ? verbFirst(text, part, { verbs, joiners, leadingBack, subordinates }) : verbLast(text, part, { verbs, joiners });
}

interface Found { readonly verbs: readonly Span[]; readonly joiners: readonly Span[]; readonly leadingBack: readonly Span[]; readonly subordinates: readonly Span[] }

/** The first verb of a part demands; a later one does after a joiner that does not follow the verb before directly. */
function verbFirst(text: string, part: Span, { verbs, joiners, leadingBack, subordinates }: Found): Span[] {
  const demands: Span[] = [];
  let at = part.from;
  let sharesObject = false;
  verbs.forEach((verb, i) => {
    const joiner = joiners.find((j) => isNextTo(text, j.to, verb.from));
    const isBack = joiner !== undefined && leadingBack.some(({ from }) => from === joiner.from) && /,\s*$/.test(text.slice(at, joiner.from));
    const isOwnClause = isBack || !subordinates.some((s) => s.from >= at && s.to <= verb.from);
    const isPaired = sharesObject || (joiner !== undefined && verbs[i - 1] !== undefined && isNextTo(text, verbs[i - 1]!.to, joiner.from));
    // «разработать, согласовать с ними и утвердить порядок»: the first has no object of its own
    if (isOwnClause && text[verb.to] === ',') sharesObject = true;
    const isNext = joiner !== undefined || /,\s*$/.test(text.slice(Math.max(part.from, verb.from - NEAR), verb.from));
    if (!isOwnClause || isPaired || (demands.length > 0 && !isNext)) return;
    demands.push(verb);
    at = verb.from;
  });
  return demands;
}

/** A verb demands that ends its clause: before a joiner, a comma or the end; unless it is joined to the verb before directly. */
function verbLast(text: string, part: Span, { verbs, joiners }: Pick<Found, 'verbs' | 'joiners'>): Span[] {
  const ends = verbs.filter((verb) => {
    const rest = text.slice(verb.to, Math.min(part.to, verb.to + 20));
    return /^\s*(?:[,;.:)!]|$)/.test(rest) || /^\s+(?:керек|зарыл|тийиш|сунушталат|сунуштайбыз)/.test(rest) || joiners.some((j) => isNextTo(text, verb.to, j.from));
  });
  return ends.filter((verb, i) => {
    const before = ends[i - 1];
    if (before === undefined) return true;
    const between = text.slice(before.to, verb.from).replace(/[,;]/g, ' ').trim().split(/\s+/);
    return between.length > 2;
  });
}
