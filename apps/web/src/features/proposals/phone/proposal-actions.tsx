import { useState } from 'react';
import type { PanelHead, ProposalView, SponsorCapacity } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useCommand, useCore, useMe, usePanel, useSend } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../../ui/dialog.js';
import { IconPencil } from '../../../ui/icons/index.js';
import { CapacityField } from '../drafting/capacity.js';
import { ReservationDialog, reservationsOf } from '../drafting/reservations.js';

const isOpenText = ({ status }: ProposalView): boolean => status === 'submitted' || status === 'in-formulation';

/** What I can do with a proposal: mine until it is taken up; others' I can join. */
export function ProposalActions({ panel, proposal }: { panel: PanelHead; proposal: ProposalView }) {
  const me = useMe();
  const [sent, setSent] = useState<string | null>(null);
  const row = useCommand(sent);
  const isGoing = row !== undefined && (row.state === 'saved' || row.state === 'sending');
  const shared = { panel, proposal, isGoing, onSent: setSent };
  return <><SentLine row={row} />{proposal.status === 'adopted' ? <Dissent panel={panel} proposal={proposal} /> : null}{proposal.seatId === me?.seatId ? <Mine {...shared} /> : <Joining {...shared} />}</>;
}

/** Whoever does not agree with what was adopted may say so; the group whose clause was missed is invited to. */
function Dissent({ panel, proposal }: { panel: PanelHead; proposal: ProposalView }) {
  const t = useText();
  const me = useMe();
  const core = useCore();
  const may = useMay();
  const slice = usePanel(panel.id);
  const [isOpen, setOpen] = useState(false);
  const vote = core?.votes[proposal.voteId ?? ''];
  const hasSaid = Object.values(slice?.reservations ?? {}).some((each) => each.voteId === proposal.voteId && each.seatId === me?.seatId);
  if (slice === undefined || hasSaid || may('reservation.record', { panel }) !== null) return null;
  // of an earlier decision: it stays in the annex, with its version named
  const earlier = reservationsOf(slice, proposal).filter((each) => each.seatId === me?.seatId).at(-1);
  const isInvited = vote?.result?.['grade'] === 'majority' && ((vote.result['failed'] as { group?: string }[] | undefined) ?? []).some(({ group }) => group === me?.groupId);
  return (
    <>
      {earlier === undefined ? null : <p className="sm">{t('draft.reservation.earlier', { version: earlier.version, now: vote?.version?.number ?? proposal.versions })}</p>}
      {isInvited ? <p className="sm">{t('draft.reservation.invited')}</p> : null}
      <Button wide kind={isInvited ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>{t(earlier === undefined ? 'draft.reservation' : 'draft.reservation.renew')}</Button>
      {isOpen ? <ReservationDialog proposal={proposal} before={earlier?.text} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface Shared { panel: PanelHead; proposal: ProposalView; isGoing: boolean; onSent: (id: string) => void }

function Mine({ panel, proposal, isGoing, onSent }: Shared) {
  const t = useText();
  const may = useMay();
  const send = useSend();
  const { path } = useWho();
  const [isAsking, setAsking] = useState(false);
  const facts = { panel, authorSeat: proposal.seatId };
  if (proposal.status !== 'submitted') return null;
  return (
    <>
      {may('proposal.edit', facts) === null ? <ButtonLink wide icon={<IconPencil />} href={path('propose', proposal.proposalId)}>{t('p.proposal.edit')}</ButtonLink> : null}
      {may('proposal.withdraw', facts) === null ? <Button kind="quiet" busy={isGoing} onClick={() => setAsking(true)}>{t('p.proposal.withdraw')}</Button> : null}
      <ConfirmDialog
        isOpen={isAsking} onClose={() => setAsking(false)} kind="danger" title={t('p.proposal.withdraw.ask')} effect={t('p.proposal.withdraw.effect')} confirm={t('p.proposal.withdraw')}
        onConfirm={() => { setAsking(false); void send('proposal.withdraw', { proposalId: proposal.proposalId, reason: '' }).then(({ id }) => onSent(id)); }}
      />
    </>
  );
}

/** Standing behind somebody else's proposal, each for somebody; one's own name can be taken back. */
function Joining({ panel, proposal, isGoing, onSent }: Shared) {
  const t = useText();
  const me = useMe();
  const may = useMay();
  const send = useSend();
  const [isAsking, setAsking] = useState(false);
  const [capacity, setCapacity] = useState<SponsorCapacity>('self');
  const held = proposal.sponsors.find((each) => each.seatId === me?.seatId);
  const { proposalId } = proposal;
  const join = () => { setAsking(false); void send('proposal.sponsor', { proposalId, capacity }).then(({ id }) => onSent(id)); };
  if (held !== undefined) {
    return may('proposal.unsponsor', { panel }) === null && proposal.status !== 'merged' && proposal.status !== 'withdrawn'
      ? <><p className="sm">{t('draft.join.done', { capacity: t(`draft.capacity.${held.capacity}`) })}</p><Button busy={isGoing} onClick={() => { void send('proposal.unsponsor', { proposalId }).then(({ id }) => onSent(id)); }}>{t('draft.join.leave')}</Button></>
      : null;
  }
  if (!isOpenText(proposal) || may('proposal.sponsor', { panel }) !== null) return null;
  return (
    <>
      <Button kind="primary" wide busy={isGoing} onClick={() => setAsking(true)}>{t('draft.join')}</Button>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('draft.join.title')} actions={<><Button kind="primary" onClick={join}>{t('draft.join')}</Button><Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button></>}>
        <p className="soft">{t('draft.join.effect')}</p>
        <CapacityField value={capacity} onChange={setCapacity} />
      </Dialog>
    </>
  );
}
