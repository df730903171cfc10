import type { VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import type { GroupView } from '../../../ui/group.js';
import { DecisionOutcome } from '../../../ui/staff/decision-outcome.js';
import { RankingOutcome } from '../../../ui/staff/ranking-outcome.js';

/** The result of a closed vote in the middle of the console. */
export function VoteResult({ vote, groups }: { vote: VoteHead; groups: readonly GroupView[] }) {
  const t = useText();
  const { version } = vote;
  return (
    <section className="stack-3" aria-label={t('console.result')}>
      <p className="over">{vote.purpose === 'decision' ? t('console.result.decision', { number: vote.number }) : t('console.result.ranking')}</p>
      {version === null ? null : <h2 lang={version.language}>{version.fields.title || version.fields.text}</h2>}
      {vote.purpose === 'decision' ? <DecisionOutcome vote={vote} groups={groups} /> : <RankingOutcome vote={vote} groups={groups} />}
    </section>
  );
}
