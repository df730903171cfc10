import type { DecisionRule } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';

type Threshold = NonNullable<NonNullable<DecisionRule['majority']>['overall']>;

/** For messages: `over` (more than) or `least` (at least), and the share as a word or a fraction. */
export const thresholdArgs = ({ num, den, comparator }: Threshold) => ({ op: comparator === '>' ? 'over' : 'least', share: num * 2 === den ? 'half' : 'other', num, den });

/** When a decision passes, in the words of its frozen rule. */
export function RuleWords({ rule }: { rule: DecisionRule }) {
  const t = useText();
  const { majority, broadAgreement, quorum } = rule;
  const lowest = majority ?? broadAgreement;
  const lines = [
    lowest?.overall ? t(rule.base === 'yes+no' ? 'p.rule.majority' : 'p.rule.majority.base', thresholdArgs(lowest.overall)) : null,
    broadAgreement?.group && broadAgreement.overall ? t('p.rule.broad', { ...thresholdArgs(broadAgreement.overall), gop: thresholdArgs(broadAgreement.group.threshold).op, gshare: thresholdArgs(broadAgreement.group.threshold).share, gnum: broadAgreement.group.threshold.num, gden: broadAgreement.group.threshold.den }) : null,
    quorum.overall ? t(quorum.perGroup ? 'p.rule.quorum.groups' : 'p.rule.quorum', thresholdArgs(quorum.overall)) : null,
  ].filter((line) => line !== null);
  return <>{lines.join(' ')}</>;
}
