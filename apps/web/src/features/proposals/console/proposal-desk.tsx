import { useState } from 'react';
import type { CoreSlice, PanelHead, PanelSlice, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconChevronLeft } from '../../../ui/icons/index.js';
import { Note } from '../../../ui/notes.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { PersonName } from '../../../ui/staff/person.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';
import type { May } from '../../../ui/staff/use-may.js';
import { ProposalState } from './agenda.js';
import { Amendments } from '../drafting/amendments.js';
import { CapacityWord } from '../drafting/capacity.js';
import { EditingLine } from '../drafting/editing-line.js';
import { EvidenceList } from '../drafting/evidence-list.js';
import { FIELDS, headingOf, missingFields, type FieldName } from '../drafting/fields.js';
import { LineageLines } from '../drafting/lineage-lines.js';
import { Reservations } from '../drafting/reservations.js';
import { Sponsors } from '../drafting/sponsors.js';
import { Editor } from './proposal-editor.js';
import { ProposalTools } from './proposal-tools.js';

export interface ProposalDeskProps {
  panel: PanelHead;
  core: CoreSlice;
  proposal: ProposalView;
  /** All of the panel: what is like the one being written is pointed out. */
  slice: PanelSlice;
  groups: readonly GroupView[];
  may: May;
  onBack: () => void;
  onOpen: (proposalId: string) => void;
  onShow: () => void;
  /** Opens the decision on it, where that is the next act. */
  onDecide: (() => void) | undefined;
}

/** A proposal in the middle of the console: its text, its fields, and what can be done with it. */
export function ProposalDesk(props: ProposalDeskProps) {
  const { panel, core, proposal, slice, groups, may, onBack, onOpen, onShow } = props;
  const t = useText();
  const group = groupOf(groups, proposal.groupId);
  const who = (seatId: string, groupId: string | null) => <Who groups={groups} seatId={seatId} groupId={groupId} />;
  const isOpenText = proposal.status === 'submitted' || proposal.status === 'in-formulation';
  const mayEdit = isOpenText && may('proposal.edit') && proposal.status === 'in-formulation';
  return (
    <>
      <div className="row"><Button mini kind="quiet" icon={<IconChevronLeft />} kbd="Esc" onClick={onBack}>{t('console.back-to-room')}</Button><span className="end"><ProposalState proposal={proposal} core={core} /></span></div>
      <section className="stack-3">
        <p className="q-meta"><b>{panel.number}.{proposal.number}</b>{group === undefined ? null : <GroupSign group={group} />}<PersonName seatId={proposal.seatId} /><CapacityWord capacity={proposal.capacity} /><span>{t('console.proposal.revision', { n: proposal.rev })}</span>{proposal.editedBy === null ? null : <span>{t('console.proposal.edited-by')} <PersonName seatId={proposal.editedBy} /></span>}</p>
        {mayEdit ? <Editor key={proposal.proposalId} panelNumber={panel.number} proposal={proposal} proposals={slice.proposals} onOpen={onOpen} /> : <><EditingLine proposalId={proposal.proposalId} /><Reading proposal={proposal} /></>}
        <LineageLines slice={slice} proposal={proposal} doorTo={(other) => <button type="button" className="link" lang={other.language} onClick={() => onOpen(other.proposalId)}>{panel.number}.{other.number} <bdi>{headingOf(other)}</bdi></button>} />
        <Sponsors sponsors={proposal.sponsors} numberOf={(id) => { const other = slice.proposals[id]; return other === undefined ? undefined : `${panel.number}.${other.number}`; }} nameOf={(sponsor) => who(sponsor.seatId, sponsor.groupId)} />
        <Amendments slice={slice} proposal={proposal} who={who} mayDecide={mayEdit && may('amendment.accept')} />
        <EvidenceList slice={slice} proposal={proposal} who={who} rights={{ contest: may('evidence.contest'), withdraw: () => may('evidence.withdraw') }} />
        <Reservations slice={slice} proposal={proposal} who={who} mayWithdraw={() => false} />
      </section>
      <Acts {...props} />
      <ProposalTools panelNumber={panel.number} slice={slice} proposal={proposal} may={may} mayEdit={mayEdit} onShow={onShow} />
    </>
  );
}

function Who({ groups, seatId, groupId }: { groups: readonly GroupView[]; seatId: string; groupId: string | null }) {
  const group = groupOf(groups, groupId);
  return <>{group === undefined ? null : <GroupSign group={group} />}<PersonName seatId={seatId} /></>;
}

function Reading({ proposal }: { proposal: ProposalView }) {
  const t = useText();
  return (
    <>
      {proposal.fields.title === '' ? null : <h2 lang={proposal.language}>{proposal.fields.title}</h2>}
      <p className="proposal-text" lang={proposal.language}>{proposal.fields.text}</p>
      <dl className="facts">
        {FIELDS.filter(({ name }) => name !== 'title' && name !== 'text' && (name !== 'addresseeDative' || (proposal.fields.addresseeDative ?? '') !== '')).map(({ name }) => (
          <div key={name} className="fact"><dt>{t(`console.field.${name}`)}</dt><dd lang={proposal.language} className={proposal.fields[name] === '' ? 'missing' : undefined}>{proposal.fields[name] || t('console.field.none')}</dd></div>
        ))}
      </dl>
    </>
  );
}

function WithdrawDialog({ proposal, onClose }: { proposal: ProposalView; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  return (
    <ReasonDialog
      title={t('console.proposal.withdraw')} effect={t('console.proposal.withdraw-effect')} label={t('console.question.reason')} confirm={t('console.proposal.withdraw')} kind="danger" optional
      act={act} onClose={onClose} onConfirm={(reason) => act.run('proposal.withdraw', { proposalId: proposal.proposalId, reason })}
    />
  );
}

/** Take up, mark ready, decide, withdraw. */
function Acts({ proposal, may, onDecide }: ProposalDeskProps) {
  const t = useText();
  const act = useAct();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { proposalId, status } = proposal;
  const missing = missingFields(proposal.fields);
  const lacks = (names: readonly FieldName[]) => t('console.proposal.missing', { fields: names.map((name) => t(`console.field.${name}`).toLowerCase()).join(', ') });
  const isRefused = act.refusal?.code === 'proposal.incomplete';
  const ready = (isReady: boolean) => { void act.run('proposal.mark-ready', { proposalId, ready: isReady }); };
  return (
    <section className="stack-2">
      {isRefused ? <RefusalNote>{lacks(act.refusal?.details?.['missing'] as FieldName[] | undefined ?? missing)}</RefusalNote> : status === 'in-formulation' && !proposal.ready && missing.length > 0 ? <Note>{lacks(missing)}</Note> : null}
      <div className="do">
        {(status === 'submitted' || status === 'not-adopted') && may('proposal.take-up') ? <Button kind="primary" busy={act.isBusy} onClick={() => { void act.run('proposal.take-up', { proposalId }); }}>{t(status === 'submitted' ? 'console.proposal.take-up' : 'console.proposal.take-up-again')}</Button> : null}
        {status === 'in-formulation' && !proposal.ready && may('proposal.mark-ready') ? <Button kind="primary" busy={act.isBusy} onClick={() => ready(true)}>{t('console.proposal.mark-ready')}</Button> : null}
        {status === 'in-formulation' && proposal.ready && onDecide !== undefined ? <Button kind="primary" kbd="O" onClick={onDecide}>{t('console.vote.open')}</Button> : null}
        {status === 'in-formulation' && proposal.ready && may('proposal.mark-ready') ? <Button busy={act.isBusy} onClick={() => ready(false)}>{t('console.proposal.unready')}</Button> : null}
        {(status === 'submitted' || status === 'in-formulation') && may('proposal.withdraw') ? <Button kind="quiet" onClick={() => setWithdrawing(true)}>{t('console.proposal.withdraw')}</Button> : null}
      </div>
      {isRefused ? null : <ActNote act={act} />}
      {isWithdrawing ? <WithdrawDialog proposal={proposal} onClose={() => setWithdrawing(false)} /> : null}
    </section>
  );
}
