export { LOT, drawLots, lotSeed, type LotResult } from './draw-lots.js';
export { TIE_POLICY, cutRanking, type CutResult, type TieBreak, type TieFacts, type TieReason } from './cut-ranking.js';
export { sha256 } from './sha256.js';
