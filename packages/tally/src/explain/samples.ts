import { doubleMajority } from '../across/double-majority.js';
import { mesCosts, greedyApproval, phragmenCosts } from '../proportional/budgeting.js';
import { approvalTopK, mes, seqPhragmen } from '../proportional/committees.js';
import { stvMeek } from '../proportional/stv-meek.js';
import { stvScottish } from '../proportional/stv-scottish.js';
import { stvWigm } from '../proportional/stv-wigm.js';
import { borda } from '../ranked/borda.js';
import { condorcet, copeland, minimax } from '../ranked/condorcet.js';
import { countRanking } from '../ranked/count-ranking.js';
import { irv } from '../ranked/irv.js';
import { kemeny } from '../ranked/kemeny.js';
import { makeProfile, type RankedBallot } from '../ranked/profile.js';
import { rankedPairs } from '../ranked/ranked-pairs.js';
import { shortlist } from '../ranked/shortlist.js';
import { schulze } from '../ranked/schulze.js';
import { makeApprovalProfile, type ApprovalBallot, type ScoreBallot } from '../single/ballots.js';
import { approval, dots, plurality, score } from '../single/single.js';
import { cutRanking } from '../ties/cut-ranking.js';
import { countDecision } from '../yes-no/count-decision.js';
import type { DecisionBallot } from '../yes-no/figures.js';
import { defaultRule, type Base, type DecisionRule, type Threshold } from '../yes-no/rule.js';
import type { Explainable } from './explain.js';

/** Whole numbers from 0 to n − 1, by a fixed generator. */
export type Below = (n: number) => number;

export function generator(seed: number): Below {
  let state = seed | 0;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

export const OPTIONS = ['a', 'b', 'c', 'd', 'e', 'f'];
export const GROUPS = ['x', 'y', 'z'];

function shuffled(below: Below, list: readonly string[]): string[] {
  const rest = [...list];
  return list.map(() => rest.splice(below(rest.length), 1)[0]!);
}

export function rankedBallots(below: Below, options: readonly string[]): RankedBallot[] {
  return Array.from({ length: 1 + below(9) }, () => {
    const order = shuffled(below, options).slice(0, below(options.length + 1));
    const ranking: string[][] = [];
    for (const o of order) if (ranking.length > 0 && below(6) === 0) ranking.at(-1)!.push(o); else ranking.push([o]);
    return { count: 1 + below(12), ranking, group: GROUPS[below(GROUPS.length)]! };
  });
}

const strict = (ballots: readonly RankedBallot[]): RankedBallot[] => ballots.map((b) => ({ ...b, ranking: b.ranking.map((p) => [...p].slice(0, 1)) }));

function approvals(below: Below, options: readonly string[]): ApprovalBallot[] {
  return Array.from({ length: 1 + below(9) }, () => ({ count: 1 + below(12), approvals: options.filter(() => below(2) === 0) }));
}

function scores(below: Below, options: readonly string[]): ScoreBallot[] {
  return Array.from({ length: 1 + below(9) }, () => ({ count: 1 + below(4), scores: Object.fromEntries(options.filter(() => below(3) > 0).map((o) => [o, below(6)])) }));
}

function ruleOf(below: Below): DecisionRule {
  const t = (): Threshold => ({ num: 1 + below(3), den: 4, comparator: below(2) === 0 ? '>' : '>=' });
  const base = (['yes+no', 'yes+no+abstain', 'cast', 'present', 'entitled'] as const satisfies readonly Base[])[below(5)]!;
  const plain = defaultRule(GROUPS);
  const needed = [{ kind: 'required' as const }, { kind: 'at-least' as const, groups: 2 }, { kind: 'accepting-weight' as const, share: t() }][below(3)]!;
  return {
    ...plain, base, requiredGroups: GROUPS.filter(() => below(3) > 0), ballot: below(3) === 0 ? 'consent-scale' : 'yes-no-abstain',
    consensus: below(4) > 0, tie: (['not-adopted', 'undecided', 'adopted'] as const)[below(3)]!,
    broadAgreement: below(3) === 0 ? null : { overall: t(), group: below(2) === 0 ? null : { threshold: t(), needed }, weightedShare: below(3) === 0 ? t() : null },
    majority: below(3) === 0 ? plain.majority : { overall: t(), group: { threshold: t(), needed }, weightedShare: null },
    veto: below(3) === 0 ? { groups: ['z'], threshold: t() } : null, weights: { x: { num: 2, den: 1 }, y: { num: 1, den: 2 } },
  };
}

/** A yes/no decision by a rule of any kind. */
export function decision(below: Below): Explainable {
  const rule = below(2) === 0 ? defaultRule(GROUPS) : ruleOf(below);
  const choices = rule.ballot === 'consent-scale' ? (['support', 'can-live-with', 'reservations', 'block', 'abstain', 'invalid'] as const) : (['yes', 'no', 'abstain', 'invalid'] as const);
  const ballots: DecisionBallot[] = GROUPS.flatMap((group) => choices.map((choice) => ({ group, choice, count: below(3) === 0 ? 0 : below(24) })));
  const cast = (g: string): number => ballots.filter((b) => b.group === g).reduce((sum, b) => sum + b.count!, 0);
  return countDecision({ rule, ballots, electorate: Object.fromEntries(GROUPS.map((g) => [g, cast(g) + below(cast(g) + 2)])) });
}

/** One result of every method, from the same invented ballots. */
export function everyResult(below: Below): Explainable[] {
  const options = OPTIONS.slice(0, 2 + below(5));
  const ballots = rankedBallots(below, options);
  const [weak, plain] = [makeProfile(options, ballots), makeProfile(options, strict(ballots))];
  const approved = makeApprovalProfile(options, approvals(below, options));
  const scored = scores(below, options);
  const seats = 1 + below(options.length);
  const money = { costs: Object.fromEntries(options.map((o) => [o, 1 + below(9)])), budget: 5 + below(20) };
  const strength = below(2) === 0 ? 'winning' : 'margin';
  return [
    decision(below), countRanking({ options, ballots, groups: GROUPS }), schulze(weak, { strength }), rankedPairs(weak, { strength }), condorcet(weak), copeland(weak),
    minimax(weak, { strength }), kemeny(weak), borda(weak), irv(plain), plurality(plain), approval(approved), score(options, scored, { aggregate: 'mean-scored' }),
    dots(options, scored, { dots: 40 }), stvScottish(plain, { seats }), stvWigm(plain, { seats }), stvMeek(plain, { seats }),
    mes(approved, { seats, completion: (['seq-phragmen', 'approval-count', 'none'] as const)[below(3)]! }), seqPhragmen(approved, { seats }), approvalTopK(approved, { seats }),
    mesCosts(approved, { ...money, completion: (['none', 'add1', 'by-votes'] as const)[below(3)]! }), phragmenCosts(approved, money), greedyApproval(approved, money),
    shortlist({ options, ballots: strict(ballots), groups: GROUPS, ranking: schulze(plain).ranking, seats }),
    cutRanking(borda(weak).ranking, seats, { lots: options, pairwise: schulze(weak).pairwise }),
    doubleMajority({ groups: GROUPS.map((id) => ({ id, weight: 1 + below(3), yes: below(30), no: below(30) })) }),
  ];
}
