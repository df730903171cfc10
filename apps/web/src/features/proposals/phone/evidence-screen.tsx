import { useText } from '../../../i18n/index.js';
import { usePanel } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { EmptyState } from '../../../ui/notes.js';
import { EvidenceForm } from '../drafting/evidence-form.js';

/** A fact with its source, for a proposal. */
export default function EvidenceScreen({ id }: { id: string | null }) {
  const t = useText();
  const may = useMay();
  const { path } = useWho();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const proposal = slice?.proposals[id ?? ''];
  const back = id === null ? 'proposals' : `proposal/${id}`;
  if (panel === null || slice === undefined) return <Screen title={t('draft.evidence')} tab="proposals" back={back}><p className="mute" role="status">{t('ui.loading')}</p></Screen>;
  const isOpen = proposal !== undefined && (proposal.status === 'submitted' || proposal.status === 'in-formulation') && may('evidence.attach', { panel }) === null;
  if (!isOpen) return <Screen title={t('draft.evidence')} tab="proposals" back={back}><EmptyState title={t(proposal === undefined ? 'p.gone' : 'draft.evidence.closed')} /></Screen>;
  return (
    <Screen title={t('draft.evidence')} tab="proposals" back={back}>
      <p className="soft">{t('p.proposal.title', { panel: panel.number, n: proposal.number })}</p>
      <EvidenceForm proposalId={proposal.proposalId} onDone={() => go(path('proposal', proposal.proposalId), { replace: true })} />
    </Screen>
  );
}
