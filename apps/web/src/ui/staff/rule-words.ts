import type { DecisionRule, RankingRule } from '@tegerek/contracts/wire';
import type { Translate } from '../../i18n/translate.js';

type Threshold = NonNullable<DecisionRule['quorum']['overall']>;
type Rung = NonNullable<DecisionRule['majority']>;

export interface RuleRow {
  id: 'quorum' | 'consensus' | 'broad-agreement' | 'majority' | 'not-adopted' | 'veto' | 'tie';
  label: string;
  words: string;
}

/** «больше половины», «не менее 2/3»: a threshold in words. */
export function thresholdWords(t: Translate, { num, den, comparator }: Threshold): string {
  const half = num * 2 === den ? 'yes' : 'no';
  return t(comparator === '>' ? 'rule.above' : 'rule.at-least', { half, share: `${num}/${den}` });
}

const BASES = { 'yes+no': 'rule.base.yes-no', 'yes+no+abstain': 'rule.base.yes-no-abstain', cast: 'rule.base.cast', present: 'rule.base.present', entitled: 'rule.base.entitled' } as const;

const joined = (words: readonly string[]): string => words.join(', ');

function rungWords(t: Translate, rule: DecisionRule, rung: Rung): string {
  const words: string[] = [];
  if (rung.overall !== null) words.push(t('rule.overall', { threshold: thresholdWords(t, rung.overall), base: t(BASES[rule.base]) }));
  if (rung.group !== null) {
    const threshold = thresholdWords(t, rung.group.threshold);
    const { needed } = rung.group;
    if (needed.kind === 'required') words.push(t('rule.group.required', { threshold }));
    else if (needed.kind === 'at-least') words.push(t('rule.group.at-least', { threshold, groups: needed.groups }));
    else words.push(t('rule.group.weight', { threshold, weight: thresholdWords(t, needed.share) }));
  }
  if (rung.weightedShare !== null) words.push(t('rule.weighted', { weight: thresholdWords(t, rung.weightedShare) }));
  return words.join(' ');
}

function quorumWords(t: Translate, { quorum }: DecisionRule, groups: string): string {
  const args = { threshold: quorum.overall === null ? '' : thresholdWords(t, quorum.overall), perGroup: quorum.perGroup === null ? '' : thresholdWords(t, quorum.perGroup), groups };
  if (quorum.overall !== null && quorum.perGroup !== null) return t('rule.quorum.both', args);
  if (quorum.overall !== null) return t('rule.quorum.overall', args);
  return quorum.perGroup === null ? t('rule.quorum.none') : t('rule.quorum.groups', args);
}

/** The whole rule, row by row, each figure from its data. `nameOf` gives a group's name. */
export function ruleRows(t: Translate, rule: DecisionRule, nameOf: (groupId: string) => string): RuleRow[] {
  const names = (ids: readonly string[]) => joined(ids.map(nameOf));
  const rows: (RuleRow | null)[] = [
    { id: 'quorum', label: t('rule.quorum'), words: quorumWords(t, rule, names(rule.requiredGroups)) },
    rule.consensus ? { id: 'consensus', label: t('grade.consensus'), words: t('rule.consensus') } : null,
    rule.veto === null ? null : { id: 'veto', label: t('rule.veto.label'), words: t('rule.veto', { groups: names(rule.veto.groups), threshold: thresholdWords(t, rule.veto.threshold) }) },
    rule.broadAgreement === null ? null : { id: 'broad-agreement', label: t('grade.broad-agreement'), words: rungWords(t, rule, rule.broadAgreement) },
    rule.majority === null ? null : { id: 'majority', label: t('grade.majority'), words: `${rungWords(t, rule, rule.majority)}; ${t('rule.majority.note')}` },
    { id: 'not-adopted', label: t('grade.not-adopted'), words: t('rule.rest') },
    { id: 'tie', label: t('rule.tie'), words: t(`rule.tie.${rule.tie}`) },
  ];
  return rows.filter((row) => row !== null);
}

/** What adopts at all, in one sentence: the lowest rung of the ladder. */
export function adoptedIf(t: Translate, rule: DecisionRule): string {
  const lowest = rule.majority ?? rule.broadAgreement;
  return lowest === null ? t('rule.consensus') : rungWords(t, rule, lowest);
}

export const isDecisionRule = (rule: DecisionRule | RankingRule): rule is DecisionRule => rule.algorithm.id === 'yes-no';
