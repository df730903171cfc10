import type { VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useCore } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useVoteTitles } from '../../../ui/staff/version-text.js';
import { PullOut } from './pull-out.js';
import { VoteText } from './vote-text.js';

/** What one ballot stands for: each item with its text, and its way out of the list while the vote is open. */
export function AgendaItems({ votes }: { votes: readonly VoteHead[] }) {
  const t = useText();
  const core = useCore();
  const may = useMay();
  const titleOf = useVoteTitles();
  const panel = core?.panels[votes[0]?.panelId ?? ''];
  const mayPull = votes.every(({ state }) => state === 'open') && panel !== undefined && may('agenda.pull-out', { panel }) === null;
  return (
    <section aria-label={t('p.agenda.items')}>
      <p className="soft">{t('p.agenda.explain')}</p>
      <ul className="items">
        {votes.map((vote) => (
          <li key={vote.voteId} className="stack-2">
            <details><summary lang={titleOf(vote).lang}><bdi>{`${vote.number} ${titleOf(vote).title}`}</bdi></summary><VoteText vote={vote} isFull /></details>
            {mayPull && vote.agendaId !== null && vote.version !== null ? <PullOut agendaId={vote.agendaId} proposalId={vote.version.proposalId} number={vote.number} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
