import { useState } from 'react';
import type { PanelHead, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useCommand, useMe, usePanel, useSend } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { EmptyState } from '../../../ui/notes.js';
import { History } from '../drafting/history.js';

/** How a proposal came to its words. */
export default function HistoryScreen({ id }: { id: string | null }) {
  const t = useText();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const proposal = slice?.proposals[id ?? ''];
  if (panel === null || slice === undefined) return <Screen title={t('draft.history')} tab="proposals" back="proposals"><p className="mute" role="status">{t('ui.loading')}</p></Screen>;
  if (proposal === undefined) return <Screen title={t('draft.history')} tab="proposals" back="proposals"><EmptyState title={t('p.gone')} /></Screen>;
  return <Shown panel={panel} proposal={proposal} />;
}

function Shown({ panel, proposal }: { panel: PanelHead; proposal: ProposalView }) {
  const t = useText();
  const me = useMe();
  const may = useMay();
  const send = useSend();
  const [sent, setSent] = useState<string | null>(null);
  const row = useCommand(sent);
  const isMine = proposal.seatId === me?.seatId && proposal.status === 'submitted' && may('proposal.edit', { panel, authorSeat: proposal.seatId }) === null;
  const restore = isMine ? (fields: Partial<ProposalView['fields']>, rev: number) => { void send('proposal.edit', { proposalId: proposal.proposalId, fields }, { rev }).then(({ id }) => setSent(id)); } : undefined;
  return (
    <Screen title={t('draft.history')} tab="proposals" back={`proposal/${proposal.proposalId}`} action={row === undefined ? undefined : <SentLine row={row} />}>
      <p className="soft">{t('p.proposal.title', { panel: panel.number, n: proposal.number })}</p>
      <History proposal={proposal} onRestore={restore} isBusy={row?.state === 'saved' || row?.state === 'sending'} />
    </Screen>
  );
}
