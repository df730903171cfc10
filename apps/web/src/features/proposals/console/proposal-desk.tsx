import { useEffect, useRef, useState } from 'react';
import type { CoreSlice, PanelHead, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useDraft, useLiveSpace, useMe, type Draft } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconChevronLeft, IconScreenShare } from '../../../ui/icons/index.js';
import { Note } from '../../../ui/notes.js';
import { refusalText } from '../../../ui/refusal-text.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { PersonName } from '../../../ui/staff/person.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';
import type { May } from '../../../ui/staff/use-may.js';
import { countCharacters, TextArea, TextField } from '../../../ui/text-field.js';
import { ProposalState } from './agenda.js';
import { conflicts, FIELDS, missingFields, NO_EDITS, saved, typed, type Edits, type FieldName } from './fields.js';

export interface ProposalDeskProps {
  panel: PanelHead;
  core: CoreSlice;
  proposal: ProposalView;
  groups: readonly GroupView[];
  may: May;
  onBack: () => void;
  onShow: () => void;
  /** Opens the decision on it, where that is the next act. */
  onDecide: (() => void) | undefined;
}

/** A proposal in the middle of the console: its text, its fields, and what can be done with it. */
export function ProposalDesk(props: ProposalDeskProps) {
  const { panel, core, proposal, groups, may, onBack, onShow } = props;
  const t = useText();
  const group = groupOf(groups, proposal.groupId);
  const isOpenText = proposal.status === 'submitted' || proposal.status === 'in-formulation';
  const mayEdit = isOpenText && may('proposal.edit') && proposal.status === 'in-formulation';
  return (
    <>
      <div className="row"><Button mini kind="quiet" icon={<IconChevronLeft />} kbd="Esc" onClick={onBack}>{t('console.back-to-room')}</Button><span className="end"><ProposalState proposal={proposal} core={core} /></span></div>
      <section className="stack-3">
        <p className="q-meta"><b>{panel.number}.{proposal.number}</b>{group === undefined ? null : <GroupSign group={group} />}<PersonName seatId={proposal.seatId} /><span>{t('console.proposal.revision', { n: proposal.rev + 1 })}</span>{proposal.editedBy === null ? null : <span>{t('console.proposal.edited-by')} <PersonName seatId={proposal.editedBy} /></span>}</p>
        {mayEdit ? <Editor key={proposal.proposalId} proposal={proposal} /> : <Reading proposal={proposal} />}
      </section>
      <Acts {...props} />
      {may('screen.show') ? <div className="row"><Button mini icon={<IconScreenShare />} onClick={onShow}>{t('console.show-hall')}</Button></div> : null}
    </>
  );
}

function Reading({ proposal }: { proposal: ProposalView }) {
  const t = useText();
  return (
    <>
      {proposal.fields.title === '' ? null : <h2 lang={proposal.language}>{proposal.fields.title}</h2>}
      <p className="proposal-text" lang={proposal.language}>{proposal.fields.text}</p>
      <dl className="facts">
        {FIELDS.filter(({ name }) => name !== 'title' && name !== 'text').map(({ name }) => (
          <div key={name} className="fact"><dt>{t(`console.field.${name}`)}</dt><dd lang={proposal.language} className={proposal.fields[name] === '' ? 'missing' : undefined}>{proposal.fields[name] || t('console.field.none')}</dd></div>
        ))}
      </dl>
    </>
  );
}

interface FieldProps { proposal: ProposalView; name: FieldName; limit: number; rows: number; draft: Draft<Edits>; act: Act; isConflict: boolean }

function EditField({ proposal, name, limit, rows, draft, act, isConflict }: FieldProps) {
  const t = useText();
  const now = proposal.fields[name];
  const value = draft.value.fields[name] ?? now;
  const set = (next: string) => draft.set((edits) => typed(edits, name, next, proposal.fields, proposal.rev));
  const empty = name === 'text' && value.trim() === '' ? t('staff.fault', { reason: 'empty', max: limit }) : undefined;
  const long = countCharacters(value) > limit ? t('staff.fault', { reason: 'too-long', max: limit }) : undefined;
  const refused = act.refusal?.path === `fields.${name}` && act.refusal.code !== 'proposal.stale' ? refusalText(t, act.refusal) : undefined;
  const shared = { label: t(`console.field.${name}`), value, onChange: set, limit, compact: true, lang: proposal.language, refusal: isConflict ? t('refusal.proposal.stale') : empty ?? long ?? refused };
  return (
    <div className={isConflict ? 'conflict' : undefined}>
      {rows === 1 ? <TextField {...shared} /> : <TextArea {...shared} rows={rows} />}
      {isConflict ? (
        <div className="theirs"><p className="sm"><b>{t('console.stale.theirs')}</b></p><p lang={proposal.language}>{now === '' ? t('console.field.none') : now}</p>
          <p className="row"><Button mini onClick={() => set(now)}>{t('console.stale.take')}</Button><Button mini kind="quiet" onClick={() => draft.set((edits) => ({ ...edits, rev: proposal.rev, seen: { ...edits.seen, [name]: now } }))}>{t('console.stale.keep')}</Button></p>
        </div>
      ) : null}
    </div>
  );
}

/** Ctrl+S (⌘S) saves, wherever the cursor stands. */
function useSaveKey(save: () => Promise<void>): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return;
      event.preventDefault();
      void latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Edits by field: what is typed stays on this device until saved, whatever others do meanwhile. */
function Editor({ proposal }: { proposal: ProposalView }) {
  const t = useText();
  const { store } = useLiveSpace();
  const me = useMe();
  const act = useAct();
  const draft = useDraft<Edits>(`${store.get().space}/${me?.seatId ?? ''}/proposal/${proposal.proposalId}`, NO_EDITS);
  const { refusal } = act;
  // the revision that the server has now: what differs is shown field by field, and the next save is measured against it
  useEffect(() => {
    const rev = refusal?.code === 'proposal.stale' ? refusal.details?.['rev'] : undefined;
    if (typeof rev === 'number') draft.set((edits) => ({ ...edits, rev }));
  }, [refusal]); // eslint-disable-line react-hooks/exhaustive-deps -- once per refusal; `draft.set` writes the draft of the present key
  const changed = Object.entries(draft.value.fields);
  const clashing = conflicts(draft.value, proposal.fields);
  const isFaulty = (draft.value.fields.text ?? 'x').trim() === '' || FIELDS.some(({ name, limit }) => countCharacters(draft.value.fields[name] ?? '') > limit);
  const save = async () => {
    const sent = draft.value;
    if (isFaulty || clashing.length > 0 || changed.length === 0) return;
    const done = await act.run('proposal.edit', { proposalId: proposal.proposalId, fields: sent.fields }, { rev: sent.rev });
    if (done) draft.set((edits) => saved(edits, sent));
  };
  useSaveKey(save);
  return (
    <form className="fields-grid" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {FIELDS.map((field) => <EditField key={field.name} {...field} proposal={proposal} draft={draft} act={act} isConflict={clashing.includes(field.name)} />)}
      <div className="row fields-foot">
        <Button type="submit" busy={act.isBusy} disabled={changed.length === 0 || isFaulty || clashing.length > 0} kbd="Ctrl+S">{changed.length === 0 ? t('console.saved') : t('console.save', { n: changed.length })}</Button>
        {changed.length === 0 ? null : <Button kind="quiet" onClick={() => { act.clear(); draft.clear(); }}>{t('console.discard')}</Button>}
        {changed.length > 0 ? <span className="sm soft">{t('console.draft-kept')}</span> : null}
      </div>
      <ActNote act={act} fields={act.refusal?.code === 'proposal.stale' && clashing.length === 0 ? [] : FIELDS.map(({ name }) => `fields.${name}`)} />
    </form>
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
  const ready = (isReady: boolean) => { void act.run('proposal.mark-ready', { proposalId, ready: isReady }); };
  return (
    <section className="stack-2">
      {status === 'in-formulation' && !proposal.ready && missing.length > 0 ? <Note>{t('console.proposal.missing', { fields: missing.map((name) => t(`console.field.${name}`).toLowerCase()).join(', ') })}</Note> : null}
      <div className="do">
        {(status === 'submitted' || status === 'not-adopted') && may('proposal.take-up') ? <Button kind="primary" busy={act.isBusy} onClick={() => { void act.run('proposal.take-up', { proposalId }); }}>{t(status === 'submitted' ? 'console.proposal.take-up' : 'console.proposal.take-up-again')}</Button> : null}
        {status === 'in-formulation' && !proposal.ready && may('proposal.mark-ready') ? <Button kind="primary" busy={act.isBusy} onClick={() => ready(true)}>{t('console.proposal.mark-ready')}</Button> : null}
        {status === 'in-formulation' && proposal.ready && onDecide !== undefined ? <Button kind="primary" kbd="O" onClick={onDecide}>{t('console.vote.open')}</Button> : null}
        {status === 'in-formulation' && proposal.ready && may('proposal.mark-ready') ? <Button busy={act.isBusy} onClick={() => ready(false)}>{t('console.proposal.unready')}</Button> : null}
        {(status === 'submitted' || status === 'in-formulation') && may('proposal.withdraw') ? <Button kind="quiet" onClick={() => setWithdrawing(true)}>{t('console.proposal.withdraw')}</Button> : null}
      </div>
      {act.refusal?.code === 'proposal.incomplete' ? <RefusalNote>{t('console.proposal.missing', { fields: (act.refusal.details?.['missing'] as FieldName[] | undefined ?? missing).map((name) => t(`console.field.${name}`).toLowerCase()).join(', ') })}</RefusalNote> : <ActNote act={act} />}
      {isWithdrawing ? <WithdrawDialog proposal={proposal} onClose={() => setWithdrawing(false)} /> : null}
    </section>
  );
}
