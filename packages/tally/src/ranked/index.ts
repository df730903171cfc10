export { makeProfile, type Profile, type RankedBallot } from './profile.js';
export { applyBallot, pairRecord, pairwise, type PairTable, type Unranked } from './pairwise.js';
export { rankByLayers, rankByScore, type Ranking } from './order.js';
export { SCHULZE, schulze, schulzeOf, type PathStep, type SchulzeResult, type Strength } from './schulze.js';
export { BORDA, borda, type BordaResult, type BordaTop, type BordaUnranked } from './borda.js';
export { RANKING, countRanking, type RankingFigures, type RankingInput, type RankingResult } from './count-ranking.js';
