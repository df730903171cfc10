import { useState } from 'react';
import type { PanelHead, PanelSlice, ProposalView } from '@tegerek/contracts/wire';
import { useI18n, useText, WORDS } from '../../../i18n/index.js';
import { useCore, useMe, usePanel } from '../../../live/index.js';
import { Facts } from '../../../surfaces/phone/kit/facts.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { GroupOf, PersonName } from '../../../surfaces/phone/kit/person.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { isOpen } from '../../../surfaces/phone/kit/votes.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { IconHistory, IconLanguage, IconPencil, IconPlus } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { Amendments } from '../drafting/amendments.js';
import { CapacityWord } from '../drafting/capacity.js';
import { EditingLine } from '../drafting/editing-line.js';
import { EvidenceList } from '../drafting/evidence-list.js';
import { headingOf } from '../drafting/fields.js';
import { LineageLines } from '../drafting/lineage-lines.js';
import { readText } from '../drafting/read-text.js';
import { Reservations } from '../drafting/reservations.js';
import { Sponsors } from '../drafting/sponsors.js';
import { ProposalActions } from './proposal-actions.js';
import { ProposalStatusTag } from './proposal-status.js';

export default function ProposalScreen({ id }: { id: string | null }) {
  const t = useText();
  const core = useCore();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const proposal = slice?.proposals[id ?? ''];
  if (core === null || panel === null || slice === undefined) return <Screen title={t('p.tab.proposals')} tab="proposals" back="proposals"><p className="mute" role="status">{t('ui.loading')}</p></Screen>;
  if (proposal === undefined) return <Screen title={t('p.tab.proposals')} tab="proposals" back="proposals"><EmptyState title={t('p.gone')} /></Screen>;
  return <Proposal key={proposal.proposalId} panel={panel} slice={slice} proposal={proposal} />;
}

function Proposal({ panel, slice, proposal }: { panel: PanelHead; slice: PanelSlice; proposal: ProposalView }) {
  const t = useText();
  const core = useCore();
  const { path } = useWho();
  const edits = Math.max(0, proposal.rev - 1); // the submission is revision 1
  const me = useMe();
  const may = useMay();
  const isOpenText = proposal.status === 'submitted' || proposal.status === 'in-formulation';
  const who = (seatId: string, groupId: string | null) => <><GroupOf groupId={groupId} /><span><PersonName seatId={seatId} /></span></>;
  const vote = proposal.voteId === null ? undefined : core?.votes[proposal.voteId];
  const numberOf = (proposalId: string) => { const other = slice.proposals[proposalId]; return other === undefined ? undefined : t('p.proposal.number', { panel: panel.number, n: other.number }); };
  return (
    <Screen title={t('p.proposal.title', { panel: panel.number, n: proposal.number })} tab="proposals" back="proposals" action={<ProposalActions panel={panel} proposal={proposal} />}>
      <div className="row"><ProposalStatusTag proposal={proposal} />{edits === 0 ? null : <a className="end with-icon" href={path('history', proposal.proposalId)}><IconHistory />{t('p.proposal.edits', { n: edits })}</a>}</div>
      <EditingLine proposalId={proposal.proposalId} />
      <Formulated slice={slice} proposal={proposal} />
      <LineageLines slice={slice} proposal={proposal} doorTo={(other) => <a href={path('proposal', other.proposalId)} lang={other.language}>{numberOf(other.proposalId)} <bdi>{headingOf(other)}</bdi></a>} />
      <p className="meta-line rule"><GroupOf groupId={proposal.groupId} /><span><PersonName seatId={proposal.seatId} /></span><CapacityWord capacity={proposal.capacity} /></p>
      <Sponsors sponsors={proposal.sponsors} numberOf={numberOf} nameOf={(sponsor) => who(sponsor.seatId, sponsor.groupId)} />
      <Amendments slice={slice} proposal={proposal} who={who} mayDecide={proposal.status === 'submitted' && proposal.seatId === me?.seatId && may('amendment.accept', { panel, authorSeat: proposal.seatId }) === null} />
      {isOpenText && proposal.seatId !== me?.seatId && may('amendment.suggest', { panel }) === null ? <a className="with-icon" href={path('amend', proposal.proposalId)}><IconPencil />{t('draft.amend')}</a> : null}
      <EvidenceList slice={slice} proposal={proposal} who={who} rights={{ contest: may('evidence.contest', { panel }) === null, withdraw: (each) => each.seatId === me?.seatId }} />
      {isOpenText && may('evidence.attach', { panel }) === null ? <a className="with-icon" href={path('evidence', proposal.proposalId)}><IconPlus />{t('draft.evidence.add')}</a> : null}
      <Reservations slice={slice} proposal={proposal} who={who} mayWithdraw={(each) => each.seatId === me?.seatId && may('reservation.withdraw', { panel, authorSeat: each.seatId }) === null} />
      {vote === undefined || vote.state === 'void' ? null : <VoteLink voteId={vote.voteId} isOpen={isOpen(vote)} />}
    </Screen>
  );
}

/** The text in the reader's language where there is one; what is voted on is one tap away. */
function Formulated({ slice, proposal }: { slice: PanelSlice; proposal: ProposalView }) {
  const t = useText();
  const { locale } = useI18n();
  const [isOriginal, setOriginal] = useState(false);
  const read = readText(proposal, slice.translations, isOriginal ? proposal.language : locale);
  const hasOther = readText(proposal, slice.translations, locale).kind !== 'original';
  const { fields } = read;
  return (
    <>
      {hasOther || proposal.language !== locale ? (
        <p className="row wrap sm"><span className="lang-tag" lang={read.lang}>{WORDS[read.lang].short}</span>{read.kind === 'original' ? null : <span className="soft">{t(`draft.read.${read.kind}`)}</span>}
          {hasOther ? <button type="button" className="link end with-icon" onClick={() => setOriginal(!isOriginal)}><IconLanguage />{t(isOriginal ? 'draft.read.translation' : 'draft.read.original')}</button> : null}</p>
      ) : null}
      <div lang={read.lang} className="stack-3">
        {fields.title === '' ? null : <h2><bdi>{fields.title}</bdi></h2>}
        <p className="lead preline"><bdi>{fields.text}</bdi></p>
        <Facts fields={fields} />
      </div>
    </>
  );
}

function VoteLink({ voteId, isOpen: isNow }: { voteId: string; isOpen: boolean }) {
  const t = useText();
  const { path } = useWho();
  return <a href={path(isNow ? 'vote' : 'result', voteId)}>{t(isNow ? 'p.act.vote' : 'p.result.see')}</a>;
}
