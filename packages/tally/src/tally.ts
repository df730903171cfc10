import { groupBreakdown } from './across/breakdown.js';
import type { Algorithm } from './algorithm.js';
import { asApprovals, asRankings, asScores, type Election } from './election.js';
import { TallyInputError } from './errors.js';
import { OptionReader, type TallyOptions } from './options.js';
import { greedyApproval, mesCosts, phragmenCosts } from './proportional/budgeting.js';
import { approvalTopK, mes, seqPhragmen } from './proportional/committees.js';
import { stvMeek } from './proportional/stv-meek.js';
import { stvScottish } from './proportional/stv-scottish.js';
import { stvWigm } from './proportional/stv-wigm.js';
import { borda, type BordaUnranked } from './ranked/borda.js';
import { condorcet, copeland, minimax } from './ranked/condorcet.js';
import { countRanking } from './ranked/count-ranking.js';
import { irv, type IrvMajority } from './ranked/irv.js';
import { kemeny } from './ranked/kemeny.js';
import { pairRecord, pairwise } from './ranked/pairwise.js';
import { makeProfile, type Profile } from './ranked/profile.js';
import { rankedPairs } from './ranked/ranked-pairs.js';
import { schulze } from './ranked/schulze.js';
import { makeApprovalProfile, scoreSums, type ApprovalProfile } from './single/ballots.js';
import { approval, dots, plurality, score } from './single/single.js';

/** What every method returns at least; the other keys are those of the method. */
export interface TallyResult {
  readonly method: string;
  readonly algorithm: Algorithm;
  readonly conventions: Readonly<Record<string, unknown>>;
  readonly steps: readonly unknown[];
}

type Method = (e: Election, o: OptionReader) => TallyResult;

const ranked = (e: Election): Profile => makeProfile(e.candidates, asRankings(e));
const approved = (e: Election): ApprovalProfile => makeApprovalProfile(e.candidates, asApprovals(e));
const unranked = (o: OptionReader): 'last' | 'ignore' => o.choice('unranked', ['last', 'ignore']);
const strength = (o: OptionReader): 'winning' | 'margin' => o.choice('strength', ['winning', 'margin']);
const lots = (o: OptionReader, name = 'lots'): { lots?: string[] } => {
  const list = o.list(name);
  return list === undefined ? {} : { lots: list };
};

function seats(e: Election, o: OptionReader): number {
  const k = o.whole('seats') ?? e.seats;
  if (k === undefined || k === null) throw new TallyInputError('seats.missing', 'seats: expected a whole number', { path: 'seats' });
  return k;
}

function bordaOptions(o: OptionReader): { unranked: BordaUnranked; top: 'n' | 'n-1' | 'symmetric' } {
  const way = o.choice('unranked', ['average', 'last', 'zero', 'modified']);
  o.choice('ties', ['average']);
  return { unranked: way === 'last' ? 'average' : way, top: o.choice('top', ['n', 'n-1', 'symmetric']) };
}

function irvOptions(o: OptionReader): Parameters<typeof irv>[1] & object {
  o.choice('unranked', ['exhaust']);
  const first = o.list('first');
  return {
    majority: o.choice<IrvMajority>('majority', ['continuing', 'all', 'none']), equalRanks: o.choice('equalRanks', ['split', 'exhaust', 'skip']),
    ...lots(o), ...(first === undefined ? {} : { first }),
  };
}

function budgetOptions(e: Election, o: OptionReader): Parameters<typeof phragmenCosts>[1] {
  if (e.costs === undefined || e.budget === undefined) throw new TallyInputError('budget.missing', 'expected "costs" and "budget"', { path: 'budget' });
  const ties = o.choices('ties', ['more-votes', 'lower-cost', 'higher-cost']);
  return { costs: e.costs, budget: e.budget, ...(ties === undefined ? {} : { ties }), ...lots(o) };
}

function wigmOptions(e: Election, o: OptionReader): Parameters<typeof stvWigm>[1] {
  const first = o.list('first');
  return { seats: seats(e, o), ...lots(o), decimals: o.whole('decimals') ?? 4, ...(first === undefined ? {} : { first }) };
}

function dotOptions(o: OptionReader): { dots: number; perOption?: number } {
  const most = o.whole('dots');
  if (most === undefined) throw new TallyInputError('option.missing', 'option dots: expected a whole number', { path: 'options.dots' });
  const perOption = o.whole('perOption');
  return { dots: most, ...(perOption === undefined ? {} : { perOption }) };
}

const METHOD_TABLE: Readonly<Record<string, Method>> = {
  plurality: (e, o) => plurality(ranked(e), { equalRanks: o.choice('equalRanks', ['split', 'exhaust', 'skip']) }),
  approval: (e) => approval(approved(e)),
  score: (e, o) => score(e.candidates, asScores(e), { aggregate: o.choice('aggregate', ['sum', 'mean-scored', 'mean-all']) }),
  dots: (e, o) => dots(e.candidates, asScores(e), dotOptions(o)),
  pairwise: (e, o) => {
    const way = unranked(o);
    const table = pairRecord(pairwise(ranked(e), way));
    return { method: 'pairwise', algorithm: { id: 'pairwise', version: 1 }, conventions: { unranked: way }, pairwise: table, steps: [] } as TallyResult;
  },
  condorcet: (e, o) => condorcet(ranked(e), { unranked: unranked(o) }),
  borda: (e, o) => borda(ranked(e), bordaOptions(o)),
  copeland: (e, o) => copeland(ranked(e), { unranked: unranked(o), score: o.choice('score', ['wins-minus-losses', 'wins-plus-half-ties', 'wins']) }),
  minimax: (e, o) => minimax(ranked(e), { unranked: unranked(o), strength: o.choice('strength', ['winning', 'margin', 'opposition']) }),
  schulze: (e, o) => schulze(ranked(e), { unranked: unranked(o), strength: strength(o) }),
  'ranked-pairs': (e, o) => rankedPairs(ranked(e), { unranked: unranked(o), strength: strength(o), possibleWinners: o.flag('tieSensitive') || o.flag('possibleWinners'), ...lots(o) }),
  kemeny: (e, o) => kemeny(ranked(e), { unranked: unranked(o) }),
  irv: (e, o) => irv(ranked(e), irvOptions(o)),
  ranking: (e, o) => countRanking({ options: e.candidates, ballots: asRankings(e), unranked: unranked(o), strength: strength(o) }),
  'stv-scottish': (e, o) => stvScottish(ranked(e), { seats: seats(e, o), ...lots(o) }),
  'stv-wigm': (e, o) => stvWigm(ranked(e), wigmOptions(e, o)),
  'stv-meek': (e, o) => stvMeek(ranked(e), { seats: seats(e, o), equalRanks: o.choice('equalRanks', ['split', 'equalize', 'exhaust']), ...lots(o) }),
  'approval-topk': (e, o) => approvalTopK(approved(e), { seats: seats(e, o), ...lots(o) }),
  'seq-phragmen': (e, o) => seqPhragmen(approved(e), { seats: seats(e, o), ...lots(o) }),
  mes: (e, o) => {
    o.choice('utility', ['cardinality']);
    return mes(approved(e), { seats: seats(e, o), completion: o.choice('completion', ['seq-phragmen', 'approval-count', 'none']), ...lots(o) });
  },
  'mes-costs': (e, o) => mesCosts(approved(e), {
    ...budgetOptions(e, o), utility: o.choice('utility', ['cost', 'cardinality']), completion: o.choice('completion', ['none', 'add1', 'add1-exhaustive', 'by-votes']),
  }),
  'phragmen-costs': (e, o) => phragmenCosts(approved(e), budgetOptions(e, o)),
  'greedy-approval': (e, o) => greedyApproval(approved(e), {
    ...budgetOptions(e, o), whenFull: o.choice('whenFull', ['skip', 'stop']),
    ...(o.choice('order', ['votes', 'points']) === 'points' ? { points: scoreSums(e.candidates, asScores(e)).sums } : {}),
  }),
  'group-breakdown': (e) => groupBreakdown(e.candidates, e.participants ?? []),
};

/** Names of all methods that count ballots of candidates. Decisions and double majorities have functions of their own. */
export const METHODS: readonly string[] = Object.keys(METHOD_TABLE);

/**
 * Counts an election by the name of the method. Options are those of the method, by name; an unknown one is refused.
 * Throws `TallyInputError`.
 */
export function tally(method: string, election: Election, options: TallyOptions = {}): TallyResult {
  const run = Object.hasOwn(METHOD_TABLE, method) ? METHOD_TABLE[method] : undefined;
  if (run === undefined) throw new TallyInputError('method.unknown', `no method "${method}"; known: ${METHODS.join(', ')}`, { path: 'method' });
  const reader = new OptionReader(method, options);
  try {
    const result = run(election, reader);
    reader.done();
    return result;
  } catch (fault) {
    throw inParticipants(fault, election.ballots?.length ?? 0);
  }
}

/** Participants are counted behind the ballots; a refusal names them as the caller does. */
function inParticipants(fault: unknown, ballots: number): unknown {
  if (!(fault instanceof TallyInputError)) return fault;
  const index = /^ballots\[(\d+)\]/.exec(fault.path);
  if (index === null || Number(index[1]) < ballots) return fault;
  const path = fault.path.replace(index[0], `participants[${Number(index[1]) - ballots}]`);
  return new TallyInputError(fault.code, fault.message.replace(fault.path, path), { path });
}
