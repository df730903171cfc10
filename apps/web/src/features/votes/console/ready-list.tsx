import type { ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { Button } from '../../../ui/button.js';
import { ProposalName } from '../../../ui/staff/proposal-name.js';

export interface ReadyListProps {
  panelNumber: number;
  /** Open ones that could be decided, by number. */
  proposals: readonly ProposalView[];
  headingOf: (proposal: ProposalView) => string;
  /** A vote is open: nothing else can open. */
  isBusy: boolean;
  mayOpen: boolean;
  onOpen: (proposalId: string) => void;
}

/** What can be decided next; what is not ready says so. */
export function ReadyList({ panelNumber, proposals, headingOf, isBusy, mayOpen, onOpen }: ReadyListProps) {
  const t = useText();
  return (
    <section aria-label={t('console.ready')}>
      <div className="head2"><h2>{t(isBusy ? 'console.ready.after' : 'console.ready')}</h2><b>{proposals.filter((each) => each.ready).length}</b></div>
      {proposals.length === 0 ? <p className="sm mute">{t('console.ready.empty')}</p> : null}
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.proposalId} className="q q-ready">
            <div><p className="q-text"><b>{panelNumber}.{proposal.number}</b> <ProposalName proposal={proposal} heading={headingOf(proposal)} /></p><p className="q-meta">{proposal.ready ? t('console.vote.next-version', { n: proposal.versions + 1 }) : t('console.ready.not')}</p></div>
            {mayOpen ? <Button mini disabled={isBusy || !proposal.ready} onClick={() => onOpen(proposal.proposalId)}>{t('console.ready.open')}</Button> : null}
          </li>
        ))}
      </ul>
      <p className="sm mute ready-hint">{t('console.ready.hint')}</p>
    </section>
  );
}
