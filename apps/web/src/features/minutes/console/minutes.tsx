import { useState } from 'react';
import { LIMITS, type MinutesEntry, type PanelSlice } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import { newId, useDraft, useLiveSpace, useMe } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { IconChevronLeft, IconPencil } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { countCharacters, TextArea } from '../../../ui/text-field.js';
import { useListFilter } from '../../../ui/table.js';

/** An entry being edited: a second writer's text is shown beside, and nothing typed is lost. */
function EditEntry({ entry, onDone }: { entry: MinutesEntry; onDone: () => void }) {
  const t = useText();
  const { store } = useLiveSpace();
  const me = useMe();
  const act = useAct();
  const draft = useDraft(`${store.get().space}/${me?.seatId ?? ''}/minutes/${entry.entryId}`, { rev: entry.rev, text: entry.text });
  const isStale = draft.value.rev !== entry.rev;
  const done = () => { draft.clear(); onDone(); };
  const save = async () => {
    if (await act.run('minutes.edit', { entryId: entry.entryId, text: draft.value.text }, { rev: draft.value.rev })) done();
  };
  return (
    <div className="stack-2">
      <TextArea compact rows={3} label={t('console.minutes.entry')} limit={LIMITS.minutes} value={draft.value.text} onChange={(text) => draft.set((now) => ({ ...now, text }))} refusal={isStale ? t('refusal.request.stale') : fieldRefusal(t, act.refusal, 'text')} />
      {isStale ? <div className="theirs"><p className="sm"><b>{t('console.stale.theirs')}</b></p><p className="pre-line">{entry.text}</p><Button mini onClick={() => draft.set((now) => ({ ...now, rev: entry.rev }))}>{t('console.stale.keep')}</Button></div> : null}
      <div className="row"><Button mini busy={act.isBusy} disabled={draft.value.text.trim() === '' || isStale} onClick={() => { void save(); }}>{t('console.minutes.save')}</Button><Button mini kind="quiet" onClick={done}>{t('ui.cancel')}</Button></div>
      <ActNote act={act} fields={['text']} />
    </div>
  );
}

function AddEntry({ panelId }: { panelId: string }) {
  const t = useText();
  const { store } = useLiveSpace();
  const me = useMe();
  const act = useAct();
  const draft = useDraft(`${store.get().space}/${me?.seatId ?? ''}/minutes-new/${panelId}`, '');
  const isFaulty = draft.value.trim() === '' || countCharacters(draft.value) > LIMITS.minutes;
  const add = async () => {
    const text = draft.value;
    if (await act.run('minutes.add', { entryId: newId(), panelId, text })) draft.set((now) => (now === text ? '' : now));
  };
  return (
    <form className="stack-2" onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <TextArea rows={3} label={t('console.minutes.new')} hint={t('console.minutes.hint')} limit={LIMITS.minutes} value={draft.value} onChange={draft.set} refusal={fieldRefusal(t, act.refusal, 'text')} />
      <div className="row"><Button type="submit" kind="primary" busy={act.isBusy} disabled={isFaulty}>{t('console.minutes.add')}</Button><ActNote act={act} fields={['text']} /></div>
    </form>
  );
}

/** The panel's minutes: what was said that matters, newest last. */
export function Minutes({ panelId, slice, mayAdd, mayEdit, onBack }: { panelId: string; slice: PanelSlice | undefined; mayAdd: boolean; mayEdit: boolean; onBack: () => void }) {
  const t = useText();
  const { time } = useFormat();
  const [editing, setEditing] = useState<string | null>(null);
  const { shown, filter } = useListFilter(slice?.minutes ?? [], (entry) => entry.text);
  return (
    <>
      <div className="row"><Button mini kind="quiet" icon={<IconChevronLeft />} kbd="Esc" onClick={onBack}>{t('console.back-to-room')}</Button></div>
      <section className="stack-3"><h2>{t('console.minutes')}</h2>{mayAdd ? <AddEntry panelId={panelId} /> : null}</section>
      {filter}
      {(slice?.minutes.length ?? 0) === 0 ? <EmptyState title={t('console.minutes.empty')}>{t('console.minutes.empty-hint')}</EmptyState> : null}
      <ol className="items">
        {shown.map((entry) => (
          <li key={entry.entryId} className="minutes-entry">
            <time className="mute sm">{time(entry.at)}</time>
            {editing === entry.entryId ? <EditEntry entry={entry} onDone={() => setEditing(null)} /> : <p className="pre-line">{entry.text}</p>}
            {mayEdit && editing !== entry.entryId ? <Button mini kind="quiet" icon={<IconPencil />} aria-label={t('console.minutes.edit', { time: time(entry.at) })} onClick={() => setEditing(entry.entryId)} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
