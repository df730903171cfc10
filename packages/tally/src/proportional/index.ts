export { STV_SCOTTISH, stvScottish, type ScottishStage, type StvScottishResult } from './stv-scottish.js';
export { STV_WIGM, stvWigm, type StvWigmResult, type WigmOptions, type WigmRound } from './stv-wigm.js';
export { STV_MEEK, stvMeek, type MeekElection, type MeekExclusion, type StvMeekResult } from './stv-meek.js';
export { type MeekEqualRanks } from './meek-ballots.js';
export { APPROVAL_TOPK, MES, SEQ_PHRAGMEN, approvalTopK, mes, mesPath, seqPhragmen, type CommitteeCompletion, type CommitteeResult, type CommitteeStep } from './committees.js';
export { readBudget, type Budget, type BudgetInput, type BudgetTie, type Money } from './budget.js';
export {
  GREEDY_APPROVAL, MES_COSTS, PHRAGMEN_COSTS, greedyApproval, mesCosts, phragmenCosts,
  type BudgetCompletion, type BudgetOptions, type BudgetResult, type BudgetStep, type GreedyOptions, type MesCostsOptions,
} from './budgeting.js';
export { type Utility } from './equal-shares-run.js';
