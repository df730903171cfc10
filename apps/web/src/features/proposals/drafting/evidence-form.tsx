import { useRef, useState } from 'react';
import { LIMITS, type Confidence, type FileQuote } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { newId, useDraft, useLiveSpace } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { useRequest } from '../../../live/use-request.js';
import { Button } from '../../../ui/button.js';
import { Field, RefusalNote } from '../../../ui/field.js';
import { IconTrash, IconUpload } from '../../../ui/icons/index.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { countCharacters, TextArea, TextField } from '../../../ui/text-field.js';
import { FILE_ENDINGS, isTooLarge, sendFile } from './send-file.js';

interface Written { claim: string; source: string; date: string; region: string; link: string; confidence: Confidence; file: FileQuote | null }
const NOTHING: Written = { claim: '', source: '', date: '', region: '', link: '', confidence: 'medium', file: null };
const TEXTS = [['claim', LIMITS.claim], ['source', LIMITS.source], ['date', LIMITS.name], ['region', LIMITS.name], ['link', LIMITS.link]] as const;
const LEVELS: readonly Confidence[] = ['high', 'medium', 'low'];

/** A fact with its source: kept on this device until it is recorded. */
export function EvidenceForm({ proposalId, onDone }: { proposalId: string; onDone: () => void }) {
  const t = useText();
  const { locale } = useI18n();
  const words = useRefusal();
  const { store } = useLiveSpace();
  const act = useAct();
  const draft = useDraft<Written>(`${store.get().space}/${store.get().actor ?? ''}/evidence/${proposalId}`, NOTHING);
  const { file, confidence, ...texts } = draft.value;
  const isFit = texts.claim.trim() !== '' && texts.source.trim() !== '' && TEXTS.every(([name, limit]) => countCharacters(texts[name]) <= limit);
  const set = (change: Partial<Written>) => draft.set((now) => ({ ...now, ...change }));
  const refusalOf = (name: string) => (act.refusal?.path === name ? words(act.refusal) : undefined);
  const attach = async () => {
    const done = await act.run('evidence.attach', { evidenceId: newId(), proposalId, ...texts, confidence, language: locale, file: file === null ? null : { hash: file.hash, name: file.name } });
    if (!done) return;
    draft.clear();
    onDone();
  };
  return (
    <form className="stack-4" onSubmit={(event) => { event.preventDefault(); void attach(); }}>
      {TEXTS.map(([name, limit]) => {
        const shared = { label: t(`draft.evidence.${name}`), hint: t(`draft.evidence.${name}.hint`), optional: name !== 'claim' && name !== 'source', limit, value: texts[name], onChange: (value: string) => set({ [name]: value }), refusal: refusalOf(name) };
        return name === 'claim' ? <TextArea key={name} {...shared} rows={3} /> : <TextField key={name} {...shared} {...(name === 'link' ? { inputMode: 'url' as const } : {})} />;
      })}
      <FileField file={file} onChange={(next) => set({ file: next })} refusal={refusalOf('file')} />
      <RadioGroup look="plain" label={t('draft.evidence.confidence')} value={confidence} onChange={(level) => set({ confidence: level })} options={LEVELS.map((level) => ({ value: level, label: t(`draft.confidence.${level}`) }))} />
      {act.refusal !== null && ![...TEXTS.map(([name]) => name as string), 'file'].includes(act.refusal.path ?? '') ? <RefusalNote>{words(act.refusal)}</RefusalNote> : null}
      <Button type="submit" kind="primary" wide busy={act.isBusy} disabled={!isFit}>{t('draft.evidence.attach')}</Button>
    </form>
  );
}

/** Sent when it is chosen, so that what is wrong with it is known before the rest is. */
function FileField({ file, onChange, refusal }: { file: FileQuote | null; onChange: (file: FileQuote | null) => void; refusal: string | undefined }) {
  const t = useText();
  const words = useRefusal();
  const { store } = useLiveSpace();
  const request = useRequest();
  const picker = useRef<HTMLInputElement>(null);
  const [isLarge, setLarge] = useState(false);
  const most = LIMITS.fileBytes / 1_048_576;
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setLarge(isTooLarge(chosen));
    if (isTooLarge(chosen)) return;
    const sent = await request.run(() => sendFile(store.get().space, chosen));
    if (sent !== undefined) onChange({ hash: sent.hash, name: sent.name, type: sent.type, size: sent.size });
  };
  const fault = isLarge ? words({ code: 'file.too-large', details: { max: most } }) : request.refusal !== null ? words(request.refusal) : request.isUnanswered ? t('draft.evidence.file.lost') : refusal;
  return (
    <Field label={t('draft.evidence.file')} optional hint={t('draft.evidence.file.hint', { max: most })} refusal={fault}>
      {(control) => (
        <div className="row wrap">
          <input {...control} ref={picker} className="sr-only" tabIndex={-1} type="file" accept={FILE_ENDINGS} onChange={(event) => { const [chosen] = event.target.files ?? []; void choose(chosen); event.target.value = ''; }} />
          {file === null ? null : <span><bdi>{file.name}</bdi></span>}
          <Button mini icon={<IconUpload />} busy={request.isBusy} onClick={() => picker.current?.click()}>{t(file === null ? 'draft.evidence.file.choose' : 'draft.evidence.file.other')}</Button>
          {file === null ? null : <Button mini kind="quiet" icon={<IconTrash />} aria-label={t('draft.evidence.file.remove')} onClick={() => onChange(null)} />}
        </div>
      )}
    </Field>
  );
}
