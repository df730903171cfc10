export { YES_NO_ALGORITHM, checkRule, defaultRule, ruleFault, type BallotKind, type Base, type DecisionRule, type GroupClause, type RuleFault, type Rung, type Threshold } from './rule.js';
export { baseOf, choicesOf, type ConsentChoice, type DecisionBallot, type DecisionChoice, type Figures, type YesNoChoice } from './figures.js';
export { type Clause, type ClauseId } from './clauses.js';
export { countDecision, type DecisionInput, type DecisionResult, type DecisionStep, type Grade } from './count-decision.js';
export { RULE_PRESETS, presetOf, presetRule, type RulePreset } from './presets.js';
