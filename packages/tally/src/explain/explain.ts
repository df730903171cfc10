import type { DoubleMajorityResult } from '../across/double-majority.js';
import type { Algorithm } from '../algorithm.js';
import { TallyInputError } from '../errors.js';
import type { BudgetResult } from '../proportional/budgeting.js';
import type { CommitteeResult } from '../proportional/committees.js';
import type { BordaResult } from '../ranked/borda.js';
import type { CondorcetResult, PairScoreResult } from '../ranked/condorcet.js';
import type { RankingResult } from '../ranked/count-ranking.js';
import type { IrvResult } from '../ranked/irv.js';
import type { KemenyResult } from '../ranked/kemeny.js';
import type { ShortlistResult } from '../ranked/shortlist.js';
import type { RankedPairsResult } from '../ranked/ranked-pairs.js';
import type { SchulzeResult } from '../ranked/schulze.js';
import type { SingleResult } from '../single/single.js';
import type { CutResult } from '../ties/cut-ranking.js';
import type { DecisionResult } from '../yes-no/count-decision.js';
import { explainCut, explainDoubleMajority } from './cut.js';
import type { Locale } from './format-message.js';
import { explainIrv } from './irv.js';
import { explainCondorcet, explainKemeny, explainPairScores, explainRankedPairs, explainRanking, explainSchulze } from './pairs.js';
import { explainScores } from './scores.js';
import { explainBudget, explainCommittee } from './shares.js';
import { explainShortlist } from './shortlist.js';
import { explainStv, type StvResult } from './stv.js';
import { CATALOGUES, Voice, type Names } from './voice.js';
import { explainDecision } from './yes-no.js';

export type Explainable =
  | DecisionResult | DoubleMajorityResult | RankingResult | SchulzeResult | RankedPairsResult | CondorcetResult | PairScoreResult | KemenyResult
  | BordaResult | SingleResult | IrvResult | StvResult | CommitteeResult | BudgetResult | CutResult | ShortlistResult;

/** By the result's method, or by its algorithm where it has none. */
const TELL: Readonly<Record<string, (voice: Voice, result: never) => void>> = {
  'yes-no': explainDecision, 'double-majority': explainDoubleMajority, 'tie-policy': explainCut,
  ranking: explainRanking, schulze: explainSchulze, 'ranked-pairs': explainRankedPairs,
  condorcet: explainCondorcet, copeland: explainPairScores, minimax: explainPairScores, kemeny: explainKemeny,
  borda: explainScores, plurality: explainScores, approval: explainScores, score: explainScores, dots: explainScores,
  irv: explainIrv, 'stv-scottish': explainStv, 'stv-wigm': explainStv, 'stv-meek': explainStv,
  shortlist: explainShortlist,
  mes: explainCommittee, 'seq-phragmen': explainCommittee, 'approval-topk': explainCommittee,
  'mes-costs': explainBudget, 'phragmen-costs': explainBudget, 'greedy-approval': explainBudget,
};

/** Methods (or algorithms) that `explain` has texts for. */
export const EXPLAINED: readonly string[] = Object.keys(TELL);

/**
 * Says in three to ten sentences, one per element, why this option won and that one lost: the decisive pair, chain,
 * round or clause by name. Every number in the text is one of the result (decimal comma in ru and ky, no grouping, no
 * rounding). `names` and `groupNames` are by id; without one the id itself is shown. Throws `TallyInputError` for a
 * language or a method without texts.
 */
export function explain(result: Explainable | { readonly method: string; readonly algorithm: Algorithm }, locale: Locale, names: Names = {}, groupNames: Names = {}): string[] {
  if (!Object.hasOwn(CATALOGUES, locale)) throw new TallyInputError('explain.locale', `no texts in "${String(locale)}"`, { path: 'locale' });
  const method = 'method' in result ? result.method : result.algorithm.id;
  if (!Object.hasOwn(TELL, method)) throw new TallyInputError('explain.method', `no texts for the method "${method}"`, { path: 'method' });
  const voice = new Voice(locale, names, groupNames);
  TELL[method]!(voice, result as never);
  return voice.finish();
}
