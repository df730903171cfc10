import type { VoteHead } from '@tegerek/contracts/wire';
import type { Clause, DecisionResult, Figures, RankingResult } from '@tegerek/tally';
import type { Translate } from '../../i18n/translate.js';
import type { GroupView } from '../group.js';
import type { GroupVotes } from '../votes-bars.js';
import type { RingGroup } from '../ring-shape.js';
import { isDecisionRule } from './rule-words.js';

/** The tally's result as the log carries it: integers only, Borda doubled, groups without their tables. */
export type CountedRanking = Pick<RankingResult, 'ballots' | 'blank' | 'winners' | 'isTied' | 'ranking' | 'pairwise'> & {
  borda: { doubledScores: Record<string, number>; ranking: string[][] };
  groups: Record<string, { ballots: number; ranking: string[][] }>;
};

export const decisionResult = (vote: VoteHead): DecisionResult | null => (vote.purpose !== 'ranking' && vote.result !== null ? vote.result as unknown as DecisionResult : null);
export const rankingResult = (vote: VoteHead): CountedRanking | null => (vote.purpose === 'ranking' && vote.result !== null ? vote.result as unknown as CountedRanking : null);

/** The smallest whole number of `den` that reaches a threshold. */
export function neededOf(threshold: { num: number; den: number; comparator: string }, den: number): number {
  const exact = (threshold.num * den) / threshold.den;
  return threshold.comparator === '>' ? Math.floor(exact) + 1 : Math.ceil(exact);
}

/** All together; `NaN` where one of them is. */
export const sumOf = (byGroup: Readonly<Record<string, number | undefined>> | null | undefined): number => Object.values(byGroup ?? {}).reduce<number>((sum, n) => sum + (n ?? 0), 0);

/** A clause that was not met, with its figures. */
export function clauseWords(t: Translate, clause: Clause, nameOf: (groupId: string) => string): string {
  const { num, den } = clause.actual;
  const args = { num, den, need: neededOf(clause.needed, den), group: clause.group === undefined ? '' : nameOf(clause.group), limit: `${clause.needed.num}/${clause.needed.den}` };
  switch (clause.id) {
    case 'quorum.overall': return t('outcome.failed.quorum.overall', args);
    case 'quorum.group': return t('outcome.failed.quorum.group', args);
    case 'votes.some': return t('outcome.failed.votes.some');
    case 'consensus.no-objection': return t('outcome.failed.consensus.no-objection', args);
    case 'consensus.group-yes': return t('outcome.failed.consensus.group-yes', args);
    case 'veto.group': return t('outcome.failed.veto.group', args);
    case 'broad-agreement.overall': case 'majority.overall': return t('outcome.failed.overall', args);
    case 'broad-agreement.group': case 'majority.group': return t(den === 0 ? 'outcome.failed.group.empty' : 'outcome.failed.group', args);
    case 'broad-agreement.groups': case 'majority.groups': return t('outcome.failed.groups', { ...args, need: clause.needed.num });
    default: return t('outcome.failed.share', args);
  }
}

const RUNGS = ['consensus', 'broad-agreement', 'majority'] as const;

/** The grade that a decision came short of; undefined where the clause says it by itself (no quorum, a veto, nobody for or against). */
export const missedRung = ({ failed }: Pick<DecisionResult, 'failed'>): (typeof RUNGS)[number] | undefined => RUNGS.find((rung) => failed[0]?.id.startsWith(`${rung}.`));

/** What kept a decision from the next better grade, in words. */
export function failedWords(t: Translate, result: Pick<DecisionResult, 'failed' | 'clauses'>, nameOf: (groupId: string) => string): string[] {
  return result.failed.flatMap((failed) => {
    const clause = result.clauses.find((each) => each.id === failed.id && each.group === failed.group);
    return clause === undefined ? [] : [clauseWords(t, clause, nameOf)];
  });
}

const OF_GROUP: readonly string[] = ['quorum.group', 'broad-agreement.group', 'majority.group', 'veto.group'];

/** Whether everything that the rule asks of a group holds. */
export const groupHolds = (result: DecisionResult, groupId: string): boolean =>
  result.grade === 'consensus' || result.clauses.every((clause) => clause.group !== groupId || !OF_GROUP.includes(clause.id) || clause.holds);

/** Figures by group for bars, with what a group that missed its clause would have needed. */
export function barsOf(result: DecisionResult, groups: readonly GroupView[]): GroupVotes[] {
  return groups.flatMap((group) => {
    const figures = result.groups[group.id];
    if (figures === undefined) return [];
    const missed = groupHolds(result, group.id) ? undefined : result.clauses.find((clause) => clause.group === group.id && !clause.holds && clause.id.endsWith('.group') && !clause.id.startsWith('quorum'));
    return [{ group, yes: figures.yes, no: figures.no, abstain: figures.abstain, need: missed === undefined ? undefined : neededOf(missed.needed, missed.actual.den) }];
  });
}

/** The group's threshold as a fraction of its ballots: where the ring's notch stands. */
function markOf(vote: VoteHead, figures: Figures): number | undefined {
  if (!isDecisionRule(vote.rule) || figures.cast === 0) return undefined;
  const threshold = (vote.rule.broadAgreement ?? vote.rule.majority)?.group?.threshold;
  const base = { 'yes+no': figures.yes + figures.no, 'yes+no+abstain': figures.yes + figures.no + figures.abstain, cast: figures.cast, present: figures.present, entitled: figures.electorate }[vote.rule.base];
  return threshold === undefined ? undefined : Math.min(1, ((threshold.num / threshold.den) * base) / figures.cast);
}

/** A closed decision as the ring shows it. */
export function resultRing(vote: VoteHead, result: DecisionResult, groups: readonly GroupView[]): RingGroup[] {
  return groups.flatMap((group) => {
    const figures = result.groups[group.id];
    if (figures === undefined) return [];
    const mark = markOf(vote, figures);
    return [{ ...group, value: figures.yes, base: figures.cast, no: figures.no, abstain: figures.abstain + figures.invalid, holds: groupHolds(result, group.id), ...(mark === undefined ? {} : { mark }) }];
  });
}

/** An open vote as the ring shows it: turnout, with the quorum where the rule asks for one. */
export function turnoutRing(vote: VoteHead, cast: Readonly<Record<string, number>>, groups: readonly GroupView[]): RingGroup[] {
  const rule = isDecisionRule(vote.rule) ? vote.rule : null;
  return groups.flatMap((group) => {
    const base = vote.electorateByGroup[group.id];
    if (base === undefined) return [];
    const value = cast[group.id] ?? 0;
    const quorum = rule !== null && rule.requiredGroups.includes(group.id) ? rule.quorum.perGroup : null;
    return [{ ...group, value, base, ...(quorum === null ? {} : { mark: quorum.num / quorum.den, holds: base > 0 && value >= neededOf(quorum, base) }) }];
  });
}

export interface Place { optionId: string; place: number; isTied: boolean }

/** Places of a ranking: those that share one are tied, the next place skips. */
export function placesOf(ranking: readonly (readonly string[])[]): Place[] {
  let place = 1;
  return ranking.flatMap((tier) => {
    const at = place;
    place += tier.length;
    return tier.map((optionId) => ({ optionId, place: at, isTied: tier.length > 1 }));
  });
}
