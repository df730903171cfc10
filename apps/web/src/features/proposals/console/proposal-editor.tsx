import { useEffect, useRef } from 'react';
import type { ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useDraft, useEditingMark, useLiveSpace, type Draft } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { refusalText } from '../../../i18n/refusal.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { countCharacters, TextArea, TextField } from '../../../ui/text-field.js';
import { Conflict } from '../drafting/conflict.js';
import { conflicts, FIELDS, headingOf, NO_EDITS, saved, settled, typed, type Edits, type FieldName } from '../drafting/fields.js';
import { EditingLine } from '../drafting/editing-line.js';
import { Hints } from '../drafting/hints.js';
import { SimilarNote, useSimilar } from '../drafting/similar-note.js';

interface FieldProps { proposal: ProposalView; name: FieldName; limit: number; rows: number; draft: Draft<Edits>; act: Act; isConflict: boolean; mark: ReturnType<typeof useEditingMark> }

function EditField({ proposal, name, limit, rows, draft, act, isConflict, mark }: FieldProps) {
  const t = useText();
  const now = proposal.fields[name] ?? '';
  const value = draft.value.fields[name] ?? now;
  const set = (next: string) => draft.set((edits) => typed(edits, name, next, proposal.fields));
  const empty = name === 'text' && value.trim() === '' ? t('refusal.request.invalid', { reason: 'empty', max: limit }) : undefined;
  const long = countCharacters(value) > limit ? t('refusal.request.invalid', { reason: 'too-long', max: limit }) : undefined;
  const refused = act.refusal?.path === `fields.${name}` && act.refusal.code !== 'proposal.stale' ? refusalText(t, act.refusal) : undefined;
  const shared = { label: t(`console.field.${name}`), value, onChange: set, limit, compact: true, onFocus: () => mark.enter(name), onBlur: mark.leave, lang: proposal.language, refusal: isConflict ? t('refusal.proposal.stale') : empty ?? long ?? refused };
  return (
    <div className={isConflict ? 'conflict' : undefined}>
      {rows === 1 ? <TextField {...shared} /> : <TextArea {...shared} rows={rows} />}
      <EditingLine proposalId={proposal.proposalId} field={name} />
      {isConflict ? <Conflict lang={proposal.language} seen={draft.value.seen[name] ?? ''} mine={value} theirs={now} onSettle={(text) => draft.set((edits) => settled(edits, name, text, proposal.fields))} /> : null}
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

export interface EditorProps {
  panelNumber: number;
  proposal: ProposalView;
  proposals: Readonly<Record<string, ProposalView>>;
  onOpen: (proposalId: string) => void;
}

/** Edits by field: what is typed stays on this device until saved, whatever others do meanwhile. */
export function Editor({ panelNumber, proposal, proposals, onOpen }: EditorProps) {
  const t = useText();
  const { store } = useLiveSpace();
  const act = useAct();
  const draft = useDraft<Edits>(`${store.get().space}/${store.get().actor ?? ''}/proposal/${proposal.proposalId}`, NO_EDITS);
  const mark = useEditingMark(proposal.proposalId);
  const fields = { ...proposal.fields, ...draft.value.fields };
  const similar = useSimilar(proposals, fields, proposal.proposalId);
  const changed = Object.entries(draft.value.fields);
  const clashing = conflicts(draft.value, proposal.fields);
  const isFaulty = fields.text.trim() === '' || FIELDS.some(({ name, limit }) => countCharacters(draft.value.fields[name] ?? '') > limit);
  const save = async () => {
    const sent = draft.value;
    if (isFaulty || clashing.length > 0 || changed.length === 0) return;
    const done = await act.run('proposal.edit', { proposalId: proposal.proposalId, fields: sent.fields }, { rev: proposal.rev });
    if (done) draft.set((edits) => saved(edits, sent));
  };
  useSaveKey(save);
  return (
    <form className="fields-grid" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {FIELDS.map((field) => <EditField key={field.name} {...field} proposal={proposal} draft={draft} act={act} isConflict={clashing.includes(field.name)} mark={mark} />)}
      <div className="stack-2 fields-foot">
        <Hints fields={fields} language={proposal.language} />
        <SimilarNote found={similar} doorTo={(other) => <button type="button" className="link" lang={other.language} onClick={() => onOpen(other.proposalId)}>{panelNumber}.{other.number} <bdi>{headingOf(other)}</bdi></button>} />
      </div>
      <div className="row fields-foot">
        <Button type="submit" busy={act.isBusy} disabled={changed.length === 0 || isFaulty || clashing.length > 0} kbd="Ctrl+S">{changed.length === 0 ? t('console.saved') : t('console.save', { n: changed.length })}</Button>
        {changed.length === 0 ? null : <Button kind="quiet" onClick={() => { act.clear(); draft.clear(); }}>{t('console.discard')}</Button>}
        {changed.length > 0 ? <span className="sm soft">{t('console.draft-kept')}</span> : null}
      </div>
      {/* a stale save shows as a conflict in its field as soon as the other revision is here */}
      {act.refusal?.code === 'proposal.stale' ? null : <ActNote act={act} fields={FIELDS.map(({ name }) => `fields.${name}`)} />}
    </form>
  );
}
