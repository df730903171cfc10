import type { CoreSlice, PanelSlice, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { GradeMark, Tag } from '../../../ui/badge.js';
import { IconAlertTriangle } from '../../../ui/icons/index.js';
import { decisionResult } from '../../../ui/staff/outcome-words.js';
import { ProposalName } from '../../../ui/staff/proposal-name.js';
import { headingOf, missingFields } from '../drafting/fields.js';

/** Proposals of a panel by number; withdrawn ones last. */
export const proposalsOf = (slice: PanelSlice | undefined): ProposalView[] =>
  Object.values(slice?.proposals ?? {}).sort((a, b) => Number(a.status === 'withdrawn') - Number(b.status === 'withdrawn') || a.number - b.number);

/** Where a proposal stands: its grade, its vote, or what it lacks. */
export function ProposalState({ proposal, core }: { proposal: ProposalView; core: CoreSlice }) {
  const t = useText();
  const vote = proposal.voteId === null ? undefined : core.votes[proposal.voteId];
  const result = vote === undefined || vote.state !== 'closed' ? null : decisionResult(vote);
  if (result !== null && (proposal.status === 'adopted' || proposal.status === 'not-adopted')) return <GradeMark grade={result.grade} />;
  if (proposal.status === 'frozen') return <Tag tone="live">{t('console.proposal.deciding')}</Tag>;
  const missing = missingFields(proposal.fields);
  if (proposal.status === 'in-formulation' && proposal.ready) return <Tag tone="ok">{t('console.proposal.ready')}</Tag>;
  if (proposal.status === 'in-formulation' && missing.length > 0) return <Tag tone="warn" icon={<IconAlertTriangle />}>{t('console.proposal.lacks', { n: missing.length })}</Tag>;
  return <Tag>{t(`console.proposal.${proposal.status}`)}</Tag>;
}

export interface AgendaProps {
  panelNumber: number;
  slice: PanelSlice | undefined;
  core: CoreSlice;
  chosen: string | null;
  onChoose: (proposalId: string) => void;
}

/** The panel's proposals with their state; each opens in the middle. */
export function Agenda({ panelNumber, slice, core, chosen, onChoose }: AgendaProps) {
  const t = useText();
  const proposals = proposalsOf(slice);
  return (
    <section>
      <h2>{t('console.proposals')}</h2>
      {proposals.length === 0 ? <p className="sm mute">{t('console.proposals.empty')}</p> : null}
      <ol className="agenda">
        {proposals.map((proposal) => (
          <li key={proposal.proposalId} className={proposal.proposalId === chosen || proposal.status === 'frozen' ? 'on' : undefined}>
            <button type="button" className="agenda-item" aria-current={proposal.proposalId === chosen ? 'true' : undefined} onClick={() => onChoose(proposal.proposalId)}>
              <span>{panelNumber}.{proposal.number}</span><ProposalName proposal={proposal} heading={headingOf(proposal)} /><ProposalState proposal={proposal} core={core} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
