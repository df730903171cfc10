import { useState } from 'react';
import type { PanelHead, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useCommand, useCore, useMe, usePanel, useSend } from '../../../live/index.js';
import { Facts } from '../../../surfaces/phone/kit/facts.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { GroupOf, PersonName } from '../../../surfaces/phone/kit/person.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { isOpen } from '../../../surfaces/phone/kit/votes.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/dialog.js';
import { IconHistory, IconPencil } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { EditingLine } from '../drafting/editing-line.js';
import { ProposalStatusTag } from './proposal-status.js';

export default function ProposalScreen({ id }: { id: string | null }) {
  const t = useText();
  const core = useCore();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const proposal = slice?.proposals[id ?? ''];
  if (core === null || panel === null || slice === undefined) return <Screen title={t('p.tab.proposals')} tab="proposals" back="proposals"><p className="mute" role="status">{t('ui.loading')}</p></Screen>;
  if (proposal === undefined) return <Screen title={t('p.tab.proposals')} tab="proposals" back="proposals"><EmptyState title={t('p.gone')} /></Screen>;
  return <Proposal panel={panel} proposal={proposal} />;
}

function Proposal({ panel, proposal }: { panel: PanelHead; proposal: ProposalView }) {
  const t = useText();
  const core = useCore();
  const { path } = useWho();
  const { fields } = proposal;
  const edits = Math.max(0, proposal.rev - 1); // the submission is revision 1
  const vote = proposal.voteId === null ? undefined : core?.votes[proposal.voteId];
  return (
    <Screen title={t('p.proposal.title', { panel: panel.number, n: proposal.number })} tab="proposals" back="proposals" action={<Actions panel={panel} proposal={proposal} />}>
      <div className="row"><ProposalStatusTag proposal={proposal} />{edits === 0 ? null : <a className="end with-icon" href={path('history', proposal.proposalId)}><IconHistory />{t('p.proposal.edits', { n: edits })}</a>}</div>
      <EditingLine proposalId={proposal.proposalId} />
      <div lang={proposal.language} className="stack-3">
        {fields.title === '' ? null : <h2><bdi>{fields.title}</bdi></h2>}
        <p className="lead preline"><bdi>{fields.text}</bdi></p>
        <Facts fields={fields} />
      </div>
      <p className="meta-line rule"><GroupOf groupId={proposal.groupId} /><span><PersonName seatId={proposal.seatId} /></span></p>
      {vote === undefined || vote.state === 'void' ? null : <VoteLink voteId={vote.voteId} isOpen={isOpen(vote)} />}
    </Screen>
  );
}

function VoteLink({ voteId, isOpen: isNow }: { voteId: string; isOpen: boolean }) {
  const t = useText();
  const { path } = useWho();
  return <a href={path(isNow ? 'vote' : 'result', voteId)}>{t(isNow ? 'p.act.vote' : 'p.result.see')}</a>;
}

/** The author's, until a rapporteur takes it up. */
function Actions({ panel, proposal }: { panel: PanelHead; proposal: ProposalView }) {
  const t = useText();
  const me = useMe();
  const may = useMay();
  const send = useSend();
  const { path } = useWho();
  const [isAsking, setAsking] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const row = useCommand(sent);
  const isMine = proposal.seatId === me?.seatId && proposal.status === 'submitted';
  const facts = { panel, authorSeat: proposal.seatId };
  if (!isMine) return null;
  const isGoing = row !== undefined && (row.state === 'saved' || row.state === 'sending');
  return (
    <>
      <SentLine row={row} />
      {may('proposal.edit', facts) === null ? <ButtonLink wide icon={<IconPencil />} href={path('propose', proposal.proposalId)}>{t('p.proposal.edit')}</ButtonLink> : null}
      {may('proposal.withdraw', facts) === null ? <Button kind="quiet" busy={isGoing} onClick={() => setAsking(true)}>{t('p.proposal.withdraw')}</Button> : null}
      <ConfirmDialog
        isOpen={isAsking} onClose={() => setAsking(false)} kind="danger" title={t('p.proposal.withdraw.ask')} effect={t('p.proposal.withdraw.effect')} confirm={t('p.proposal.withdraw')}
        onConfirm={() => { setAsking(false); void send('proposal.withdraw', { proposalId: proposal.proposalId, reason: '' }).then(({ id }) => setSent(id)); }}
      />
    </>
  );
}
