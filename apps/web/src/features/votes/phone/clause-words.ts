import type { Clause, DecisionResult } from '@tegerek/tally';

export interface MissedClause {
  key: 'quorum' | 'quorum.group' | 'none' | 'against' | 'groupYes' | 'veto' | 'overall' | 'group' | 'groups' | 'weight';
  /** Which rung was missed. */
  rung: 'quorum' | 'votes' | 'consensus' | 'veto' | 'broad-agreement' | 'majority';
  groupId: string | undefined;
  /** As counted, of how many, and the least whole number that would have done. */
  actual: number;
  base: number;
  need: number;
}

const KEYS: Record<string, MissedClause['key']> = {
  'quorum.overall': 'quorum', 'quorum.group': 'quorum.group', 'votes.some': 'none', 'consensus.no-objection': 'against', 'consensus.group-yes': 'groupYes', 'veto.group': 'veto',
};
const BY_END: Record<string, MissedClause['key']> = { overall: 'overall', group: 'group', groups: 'groups', weight: 'weight', 'weighted-share': 'weight' };

/** The least whole number of `base` that reaches a threshold. */
export function leastOf({ num, den, comparator }: Clause['needed'], base: number): number {
  const exact = (num * base) / den;
  return comparator === '>' ? Math.floor(exact) + 1 : Math.ceil(exact);
}

/** What kept the decision from the next better grade, for words beside the figures. */
export function missedClauses(result: Pick<DecisionResult, 'failed' | 'clauses'>): MissedClause[] {
  return result.failed.flatMap(({ id, group }) => {
    const clause = result.clauses.find((each) => each.id === id && each.group === group);
    const [rung = '', end = ''] = id.split('.');
    const key = KEYS[id] ?? BY_END[end];
    if (clause === undefined || key === undefined) return [];
    return [{ key, rung: rung as MissedClause['rung'], groupId: group, actual: clause.actual.num, base: clause.actual.den, need: leastOf(clause.needed, clause.actual.den) }];
  });
}

/** Whether a group's own clauses hold at the rung that was aimed for: the circle closes where they do. */
export function groupHolds(result: Pick<DecisionResult, 'clauses' | 'grade'>, groupId: string): boolean | undefined {
  const rung = result.grade === 'not-adopted-no-quorum' ? 'quorum.group' : result.grade === 'consensus' ? 'consensus.group-yes' : 'broad-agreement.group';
  return result.clauses.find((clause) => clause.id === rung && clause.group === groupId)?.holds;
}
