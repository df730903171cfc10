export { makeProfile, makeProfileOfIndexes, type Profile, type RankedBallot } from './profile.js';
export { applyBallot, pairRecord, pairwise, type PairTable, type Unranked } from './pairwise.js';
export { rankByLayers, rankByScore, type Ranking } from './order.js';
export { SCHULZE, schulze, schulzeOf, type PathStep, type SchulzeResult, type Strength } from './schulze.js';
export { BORDA, borda, type BordaResult, type BordaTop, type BordaUnranked } from './borda.js';
export { RANKING, countRanking, type RankingFigures, type RankingInput, type RankingResult } from './count-ranking.js';
export {
  CONDORCET, COPELAND, MINIMAX, condorcet, copeland, minimax,
  type CondorcetResult, type CopelandScore, type MinimaxStrength, type PairScoreResult, type PairScoreStep,
} from './condorcet.js';
export { RANKED_PAIRS, rankedPairs, type LockStep, type RankedPairsOptions, type RankedPairsResult } from './ranked-pairs.js';
export { KEMENY, KEMENY_MAX_OPTIONS, kemeny, type KemenyResult } from './kemeny.js';
export { IRV, irv, type IrvMajority, type IrvOptions, type IrvResult, type IrvRound } from './irv.js';
export { type EqualRanks } from './irv-tally.js';
export { LiveRanking } from './live-ranking.js';
export { rankingReport, type RankingReport } from './ranking-report.js';
export { SHORTLIST, shortlist, type ShortlistInput, type ShortlistResult, type ShortlistStep, type ShortlistTie } from './shortlist.js';
