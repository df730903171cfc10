import type { CondorcetResult, PairScoreResult, PairScoreStep } from '../ranked/condorcet.js';
import type { RankingResult } from '../ranked/count-ranking.js';
import type { KemenyResult } from '../ranked/kemeny.js';
import type { RankedPairsResult } from '../ranked/ranked-pairs.js';
import type { SchulzeResult } from '../ranked/schulze.js';
import { comparedWith, sayOrder, type Voice } from './voice.js';

type Pairwise = Readonly<Record<string, Readonly<Record<string, number>>>>;

const ahead = (pairs: Pairwise, a: string, b: string): number => pairs[a]![b]! - pairs[b]![a]!;
const rivals = (pairs: Pairwise, a: string): string[] => Object.keys(pairs).filter((b) => b !== a);

/** How many ranked a above b, and how many b above a. */
function sayPair(voice: Voice, pairs: Pairwise, a: string, b: string, key: 'pair' | 'pair.last' | 'schulze.upset' = 'pair'): void {
  const [x, y] = key === 'schulze.upset' ? [b, a] : [a, b];
  voice.say(key, { a: voice.option(a), b: voice.option(b), n: pairs[x]![y]!, m: pairs[y]![x]! });
}

/** The winners tie: said first, with the rule, before the reason. */
export function sayTied(voice: Voice, winners: readonly string[]): void {
  voice.say('tie.first', { options: voice.options(winners) });
  voice.mention('tie.rule');
}

/** A winner without rivals. */
export function sayAlone(voice: Voice, a: string): void {
  voice.say('only.wins', { a: voice.option(a) });
  voice.say('only.option');
}

function sayChain(voice: Voice, r: SchulzeLike, a: string, b: string): void {
  const step = r.steps.find((s) => s.winner === a && s.loser === b);
  if (step === undefined) return;
  const key = r.conventions.strength === 'winning' ? 'schulze.chain' : 'schulze.chainLead';
  const values = { path: voice.path(step.path), n: step.strength };
  if (step.back === 0) voice.say(`${key}Only`, values);
  else voice.say(key, { ...values, m: step.back });
}

type SchulzeLike = Pick<SchulzeResult, 'winners' | 'isTied' | 'ranking' | 'pairwise' | 'strongestPaths' | 'steps' | 'conventions'>;

/** Why a stands above b: the pair, where that alone outweighs every chain back; else the chain that does. */
function sayAbove(voice: Voice, r: SchulzeLike, a: string, b: string, isLast = false): void {
  const lead = ahead(r.pairwise, a, b);
  if (lead > 0) {
    sayPair(voice, r.pairwise, a, b, isLast ? 'pair.last' : 'pair');
    const direct = r.conventions.strength === 'winning' ? r.pairwise[a]![b]! : lead;
    if (direct <= r.strongestPaths[b]![a]!) sayChain(voice, r, a, b);
    return;
  }
  sayPair(voice, r.pairwise, a, b, lead < 0 ? 'schulze.upset' : 'pair');
  sayChain(voice, r, a, b);
}

function saySchulzeTie(voice: Voice, r: SchulzeLike): void {
  const [a, b] = r.winners as [string, string];
  sayTied(voice, r.winners);
  sayPair(voice, r.pairwise, a, b);
  const n = r.strongestPaths[a]![b]!;
  if (n === 0) voice.say('schulze.tieNone', { a: voice.option(a), b: voice.option(b) });
  else voice.say('schulze.tieEqual', { a: voice.option(a), b: voice.option(b), n });
}

function saySchulze(voice: Voice, r: SchulzeLike): void {
  if (r.isTied) return saySchulzeTie(voice, r);
  const a = r.winners[0]!;
  const others = rivals(r.pairwise, a);
  if (others.length === 0) return sayAlone(voice, a);
  voice.say(others.every((b) => ahead(r.pairwise, a, b) > 0) ? 'schulze.winsAll' : 'schulze.winsByPath', { a: voice.option(a) });
  const { next, last } = comparedWith(r.ranking);
  sayAbove(voice, r, a, next!);
  const upset = others.find((b) => b !== next && ahead(r.pairwise, a, b) < 0);
  if (upset !== undefined) sayAbove(voice, r, a, upset);
  if (last !== null && last !== upset) sayAbove(voice, r, a, last, true);
}

export function explainSchulze(voice: Voice, r: SchulzeResult): void {
  saySchulze(voice, r);
  sayOrder(voice, r.ranking);
  voice.mention('schulze.method');
}

function sayBorda(voice: Voice, r: RankingResult): void {
  const firsts = r.borda.ranking[0]!;
  const n = r.borda.scores[firsts[0]!]!;
  if (firsts.length > 1) return voice.mention('ranking.bordaTie', { options: voice.options(firsts), n });
  if (firsts[0] === r.winners[0] && !r.isTied) return voice.mention('ranking.bordaSame', { n });
  const a = r.winners.find((w) => w !== firsts[0])!;
  return voice.mention('ranking.bordaOther', { b: voice.option(firsts[0]!), n, a: voice.option(a), m: r.borda.scores[a]! });
}

/** The ranking of a dialogue: Schulze, with Borda and the groups beside it. */
export function explainRanking(voice: Voice, r: RankingResult): void {
  saySchulze(voice, r);
  voice.mention('schulze.method');
  sayOrder(voice, r.ranking);
  const groups = Object.entries(r.groups).filter(([, g]) => g.ballots > g.blank);
  if (groups.length > 1) voice.mention('ranking.byGroup', { list: groups.map(([id, g]) => voice.text('ranking.ofGroup', { group: voice.group(id), options: voice.options(g.winners) })).join('; ') });
  if (rivals(r.pairwise, r.winners[0]!).length > 0 && r.ballots > r.blank) sayBorda(voice, r);
  if (r.blank > 0) voice.mention('ballots.blank', { n: r.ballots, blank: r.blank });
  else voice.mention('ballots.counted', { n: r.ballots });
}

/** Shortest chain of locked wins from a to b; empty where there is none. */
function lockedChain(r: RankedPairsResult, a: string, b: string): string[] {
  const from = new Map<string, string | null>([[a, null]]);
  for (const at of from.keys()) {
    for (const s of r.steps) if (s.step === 'lock' && s.winner === at && !from.has(s.loser)) from.set(s.loser, at);
  }
  const path: string[] = [];
  for (let at: string | null | undefined = from.has(b) ? b : null; at !== null && at !== undefined; at = from.get(at)) path.unshift(at);
  return path;
}

function sayLocked(voice: Voice, r: RankedPairsResult, a: string, b: string, isLast = false): void {
  const [n, m] = [r.pairwise[a]![b]!, r.pairwise[b]![a]!];
  if (n > m) return sayPair(voice, r.pairwise, a, b, isLast ? 'pair.last' : 'pair');
  const skipped = r.steps.find((s) => s.step === 'skip' && s.winner === b && s.loser === a);
  if (skipped !== undefined) return voice.say('rankedPairs.skipped', { a: voice.option(a), b: voice.option(b), n: m, m: n, path: voice.path(skipped.because ?? []) });
  const chain = lockedChain(r, a, b);
  if (chain.length === 0) return voice.say('rankedPairs.tie', { a: voice.option(a), b: voice.option(b), n, m });
  return voice.say('rankedPairs.chain', { a: voice.option(a), b: voice.option(b), path: voice.path(chain) });
}

export function explainRankedPairs(voice: Voice, r: RankedPairsResult): void {
  const [a, second] = r.winners as [string, string?];
  if (second !== undefined) {
    sayTied(voice, r.winners);
    sayLocked(voice, r, a, second);
  } else {
    const { next, last } = comparedWith(r.ranking);
    if (next === null) sayAlone(voice, a);
    else {
      voice.say('rankedPairs.wins', { a: voice.option(a) });
      sayLocked(voice, r, a, next);
    }
    const upset = rivals(r.pairwise, a).find((b) => b !== next && ahead(r.pairwise, a, b) < 0);
    if (upset !== undefined) sayLocked(voice, r, a, upset);
    if (last !== null && last !== upset) sayLocked(voice, r, a, last, true);
  }
  sayOrder(voice, r.ranking);
  voice.mention('rankedPairs.method');
}

function sayWorst(voice: Voice, step: PairScoreStep, prefix: 'condorcet' | 'minimax'): void {
  if (step.worst === null) voice.say(`${prefix}.unbeaten`, { a: voice.option(step.option) });
  else voice.say(`${prefix}.worst`, { a: voice.option(step.option), b: voice.option(step.worst.by), n: step.worst.votes, m: step.worst.against });
}

export function explainCondorcet(voice: Voice, r: CondorcetResult): void {
  const a = r.condorcetWinner;
  if (a === null) {
    voice.say('condorcet.none');
    if (r.smithSet.length === Object.keys(r.pairwise).length) voice.say('condorcet.smithAll');
    else voice.say('condorcet.smith', { options: voice.options(r.smithSet) });
    for (const id of r.smithSet.slice(0, 3)) sayWorst(voice, r.steps.find((s) => s.option === id)!, 'condorcet');
  } else if (rivals(r.pairwise, a).length === 0) sayAlone(voice, a);
  else {
    voice.say('condorcet.wins', { a: voice.option(a) });
    const others = rivals(r.pairwise, a).toSorted((x, y) => ahead(r.pairwise, a, x) - ahead(r.pairwise, a, y));
    sayPair(voice, r.pairwise, a, others[0]!);
    if (r.condorcetLoser !== null && r.condorcetLoser !== others[0]) sayPair(voice, r.pairwise, a, r.condorcetLoser, 'pair.last');
  }
  voice.mention('condorcet.method');
}

function sayDuels(voice: Voice, r: PairScoreResult, id: string): void {
  const { wins, losses, ties } = r.steps.find((s) => s.option === id)!;
  voice.say('copeland.duels', { a: voice.option(id), wins, losses, ties });
}

/** Copeland and Minimax. */
export function explainPairScores(voice: Voice, r: PairScoreResult): void {
  const a = r.winners[0]!;
  if (r.isTied) sayTied(voice, r.winners);
  else voice.say(`${r.method}.wins`, { a: voice.option(a) });
  const b = r.isTied ? r.winners[1]! : comparedWith(r.ranking).next;
  const shown = b === null ? [a] : [a, b];
  for (const id of shown) {
    if (r.method === 'copeland') sayDuels(voice, r, id);
    else sayWorst(voice, r.steps.find((s) => s.option === id)!, 'minimax');
  }
  if (b === null) voice.say('only.option');
  else {
    sayPair(voice, r.pairwise, a, b);
    if (r.scores[a]! !== r.scores[b]! && Math.min(r.scores[a]!, r.scores[b]!) >= 0) voice.say(`${r.method}.score`, { a: voice.option(a), b: voice.option(b), n: r.scores[a]!, m: r.scores[b]! });
  }
  sayOrder(voice, r.ranking);
  voice.mention(`${r.method}.method`);
}

export function explainKemeny(voice: Voice, r: KemenyResult): void {
  const a = r.winners[0]!;
  if (r.isTied) sayTied(voice, r.winners);
  else voice.say('kemeny.wins', { a: voice.option(a) });
  voice.say('kemeny.score', { n: r.score });
  if (r.optimalRankings > 1) voice.say(r.isTied ? 'kemeny.severalTied' : 'kemeny.several', { n: r.optimalRankings, a: voice.option(a) });
  const order = r.rankings[0]!;
  if (order.length < 2) voice.say('only.option');
  else sayPair(voice, r.pairwise, order[0]!, order[1]!);
  if (order.length > 2 && r.ranking !== null) sayPair(voice, r.pairwise, order.at(-2)!, order.at(-1)!, 'pair.last');
  if (r.ranking !== null) sayOrder(voice, r.ranking);
  voice.mention('kemeny.method');
}
