import type { VoteHead } from '@tegerek/contracts/wire';
import type { DecisionResult } from '@tegerek/tally';
import { useFormat, useText } from '../../i18n/provider.js';
import type { Translate } from '../../i18n/translate.js';
import { GradeMark } from '../badge.js';
import type { GroupView } from '../group.js';
import { Ring } from '../ring.js';
import { ConsentTable, PaperLines, SupersedeLines } from '../vote-notes.js';
import { VotesBars } from '../votes-bars.js';
import { barsOf, decisionResult, failedWords, missedRung, neededOf, resultRing } from './outcome-words.js';
import { isDecisionRule } from './rule-words.js';
import './staff.css';

/** What a decision missed, or what it reached, in words. */
export function outcomeSentences(t: Translate, vote: VoteHead, result: DecisionResult, groups: readonly GroupView[]): { failed: string[]; reached: string | null } {
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? '';
  if (result.grade === 'consensus') return { failed: [], reached: t('outcome.no-objection') };
  if (result.grade === 'broad-agreement' && isDecisionRule(vote.rule) && vote.rule.broadAgreement?.overall) {
    const base = result.clauses.find((clause) => clause.id === 'broad-agreement.overall')?.actual.den ?? 0;
    return { failed: [], reached: t('outcome.broad', { yes: result.overall.yes, base, need: neededOf(vote.rule.broadAgreement.overall, base) }) };
  }
  return { failed: failedWords(t, result, nameOf), reached: result.tie ? t('outcome.tie') : null };
}

/** A closed decision: ring, grade, the clause that failed, figures by group. */
export function DecisionOutcome({ vote, groups, size = 190 }: { vote: VoteHead; groups: readonly GroupView[]; size?: number }) {
  const t = useText();
  const { number } = useFormat();
  const result = decisionResult(vote);
  if (result === null) return null;
  const { failed, reached } = outcomeSentences(t, vote, result, groups);
  const rung = missedRung(result);
  const { yes, no, abstain, cast } = result.overall;
  return (
    <div className="stack-4">
      <div className="outcome">
        <Ring mode="vote" size={size} groups={resultRing(vote, result, groups)} lead={t('outcome.yes', { n: yes, base: cast })} center={number(yes)} under={t('ui.figure.yesOf', { base: cast })} />
        <div>
          <GradeMark grade={result.grade} />
          {rung === undefined || failed.length === 0 ? null : <p className="sm soft">{t(`outcome.rung.${rung}`)}</p>}
          {failed.length === 0 ? null : <ul className="clauses" aria-label={t('outcome.clause-failed')}>{failed.map((words) => <li key={words}>{words}</li>)}</ul>}
          {reached === null ? null : <p className="soft">{reached}</p>}
        </div>
      </div>
      <SupersedeLines vote={vote} />
      <VotesBars all={{ yes, no, abstain }} groups={barsOf(result, groups)} />
      <ConsentTable result={result} groups={groups} />
      <PaperLines vote={vote} groups={groups} invalid={result.overall.invalid} />
    </div>
  );
}
