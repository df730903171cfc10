import { useMemo, useState } from 'react';
import { LIMITS, type MinutesEntry, type PanelSlice } from '@tegerek/contracts/wire';
import { useFormat, useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { newId, useCore, useDirectory, useDraft, useLiveSpace } from '../../../live/index.js';
import { lineWords, panelRecord, type RecordLine } from '../../../live/minutes.js';
import { useAct } from '../../../live/use-act.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { Check } from '../../../ui/check-list.js';
import { IconChevronLeft, IconDownload, IconPencil } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { countCharacters, TextArea } from '../../../ui/text-field.js';
import { useListFilter } from '../../../ui/table.js';

/** An entry being edited: a second writer's text is shown beside, and nothing typed is lost. */
function EditEntry({ entry, onDone }: { entry: Omit<MinutesEntry, 'at'>; onDone: () => void }) {
  const t = useText();
  const { store } = useLiveSpace();
  const act = useAct();
  const draft = useDraft(`${store.get().space}/${store.get().actor ?? ''}/minutes/${entry.entryId}`, { rev: entry.rev, text: entry.text });
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
  const act = useAct();
  const draft = useDraft(`${store.get().space}/${store.get().actor ?? ''}/minutes-new/${panelId}`, '');
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

/** A line that follows from the log: shown, kept nowhere else, and never edited. */
function DerivedLine({ line }: { line: RecordLine }) {
  const { locale } = useI18n();
  const core = useCore();
  const seatId = line.kind === 'turn' ? line.seatId : null;
  const name = useDirectory([seatId])[seatId ?? '']?.name;
  const group = (id: string) => textOf(core?.groups.find((each) => each.id === id)?.title, locale).text;
  return <p className="soft pre-line"><bdi>{lineWords(locale, line, { person: () => name, group })}</bdi></p>;
}

/** The minutes as a document, in the reader's language. */
function Export({ panelId }: { panelId: string }) {
  const t = useText();
  const { locale } = useI18n();
  const { store } = useLiveSpace();
  const [isNameless, setNameless] = useState(false);
  const href = (format: string) => `/api/dialogues/${store.get().space}/minutes/${panelId}.${format}?lang=${locale}${isNameless ? '&names=none' : ''}`;
  return (
    <>
      <div className="row minutes-export"><span className="sm soft">{t('console.minutes.export')}</span>
        <ButtonLink mini icon={<IconDownload />} href={href('docx')} download>DOCX</ButtonLink><ButtonLink mini href={href('pdf')} download>PDF</ButtonLink><ButtonLink mini href={href('md')} download>Markdown</ButtonLink><ButtonLink mini href={href('html')} target="_blank" rel="noopener">HTML</ButtonLink>
      </div>
      <Check checked={isNameless} onChange={setNameless} label={t('console.minutes.nameless')} note={t('console.minutes.nameless-note')} />
    </>
  );
}

/** The panel's minutes: what follows from the log, and what was said that matters, typed between. Newest last. */
export function Minutes({ panelId, slice, mayAdd, mayEdit, onBack }: { panelId: string; slice: PanelSlice | undefined; mayAdd: boolean; mayEdit: boolean; onBack: () => void }) {
  const t = useText();
  const { time } = useFormat();
  const { locale } = useI18n();
  const core = useCore();
  const [editing, setEditing] = useState<string | null>(null);
  const [isTyped, setTyped] = useState(false);
  const record = useMemo(() => (slice === undefined || core === null ? [] : panelRecord(core, slice)), [slice, core]);
  const { shown, filter } = useListFilter(isTyped ? record.filter((line) => line.kind === 'typed') : record, (line) => (line.kind === 'typed' ? line.text : lineWords(locale, line, NOBODY)));
  return (
    <>
      <div className="row"><Button mini kind="quiet" icon={<IconChevronLeft />} kbd="Esc" onClick={onBack}>{t('console.back-to-room')}</Button></div>
      <section className="stack-3"><h2>{t('console.minutes')}</h2>{mayAdd ? <AddEntry panelId={panelId} /> : null}<Export panelId={panelId} /></section>
      <Check checked={isTyped} onChange={setTyped} label={t('console.minutes.typed')} note={t('console.minutes.typed-note')} />
      {filter}
      {record.length === 0 ? <EmptyState title={t('console.minutes.empty')}>{t('console.minutes.empty-hint')}</EmptyState> : null}
      <ol className="items">
        {shown.map((line) => (
          <li key={line.key} className="minutes-entry">
            <time className="mute sm">{time(line.at)}</time>
            {line.kind !== 'typed' ? <DerivedLine line={line} /> : editing === line.entryId ? <EditEntry entry={line} onDone={() => setEditing(null)} /> : <p className="pre-line">{line.text}</p>}
            {line.kind === 'typed' && mayEdit && editing !== line.entryId ? <Button mini kind="quiet" icon={<IconPencil />} aria-label={t('console.minutes.edit', { time: time(line.at) })} onClick={() => setEditing(line.entryId)} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

const NOBODY = { person: () => undefined, group: () => '' };
