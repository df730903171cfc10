import { useState } from 'react';
import { LIMITS, type CoreSlice, type Lang, type PollView } from '@tegerek/contracts/wire';
import { useFormat, useI18n, useText } from '../../../i18n/provider.js';
import { newId, useDraft } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Check } from '../../../ui/check-list.js';
import { Dialog } from '../../../ui/dialog.js';
import { RefusalNote } from '../../../ui/field.js';
import { IconPlus, IconTrash } from '../../../ui/icons/index.js';
import { SelectField } from '../../../ui/select-field.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { LangTabs, MultiText } from '../../../ui/staff/text-fields.js';
import { durationOf, faultOf, formOf, hasOptions, newForm, POLL_KINDS, setupOf, type PollForm, type PollKind } from './poll-form.js';

const MINUTE = 60_000;
const DURATIONS = [30_000, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE];

interface PartProps { form: PollForm; set: (change: Partial<PollForm>) => void; lang: Lang; fault: ReturnType<typeof faultOf> }

function Options({ form, set, lang, fault }: PartProps) {
  const t = useText();
  const change = (id: string, title: PollForm['question']) => set({ options: form.options.map((option) => (option.id === id ? { id, title } : option)) });
  return (
    <fieldset className="poll-form-options">
      <legend className="label">{t('pd.options')}</legend>
      {form.options.map((option, i) => (
        <div key={option.id} className="row">
          <div className="grow"><MultiText label={t('pd.option', { n: i + 1 })} value={option.title} onChange={(title) => change(option.id, title)} lang={lang} limit={LIMITS.pollOption} /></div>
          <Button kind="quiet" icon={<IconTrash />} disabled={form.options.length <= 2} aria-label={t('pd.option.remove', { n: i + 1 })} title={t('pd.option.remove', { n: i + 1 })} onClick={() => set({ options: form.options.filter(({ id }) => id !== option.id) })} />
        </div>
      ))}
      {fault === 'options' ? <RefusalNote>{t('pd.fault.options')}</RefusalNote> : null}
      <div><Button mini icon={<IconPlus />} disabled={form.options.length >= LIMITS.pollOptions} onClick={() => set({ options: [...form.options, { id: newId(), title: {} }] })}>{t('pd.option.add')}</Button></div>
    </fieldset>
  );
}

function Scale({ form, set, lang }: PartProps) {
  const t = useText();
  return (
    <div className="fields-grid">
      <SelectField label={t('pd.steps')} placeholder={null} value={String(form.steps)} onChange={(steps) => set({ steps: Number(steps) })} options={Array.from({ length: 9 }, (_, i) => ({ value: String(i + 2), label: String(i + 2) }))} />
      <span />
      <MultiText label={t('pd.low')} optional value={form.low} onChange={(low) => set({ low })} lang={lang} limit={LIMITS.pollEnd} />
      <MultiText label={t('pd.high')} optional value={form.high} onChange={(high) => set({ high })} lang={lang} limit={LIMITS.pollEnd} />
    </div>
  );
}

function Terms({ form, set }: Pick<PartProps, 'form' | 'set'>) {
  const t = useText();
  const { duration } = useFormat();
  const hours = DURATIONS.map((ms) => ({ value: String(ms), label: t('pd.after', { time: duration(ms) }) }));
  return (
    <>
      <SelectField label={t('pd.duration')} placeholder={null} value={String(durationOf(form) ?? '')} onChange={(ms) => set({ durationMs: ms === '' ? null : Number(ms) })} options={[...(form.kind === 'temperature' ? [] : [{ value: '', label: t('pd.by-hand') }]), ...hours]} />
      <Check label={t('pd.show-at-close')} note={t('pd.show-at-close.note')} checked={form.showAtClose} onChange={(showAtClose) => set({ showAtClose })} />
      <Check label={t('pd.named')} note={t(form.named ? 'pd.named.on' : 'pd.named.off')} checked={form.named} onChange={(named) => set({ named })} />
    </>
  );
}

/** Prepares a poll, or changes a draft. What is typed stays on this device until it is saved. */
export function PollDialog({ core, panelId, poll, onClose }: { core: CoreSlice; panelId: string; poll: PollView | null; onClose: (savedId: string | null) => void }) {
  const t = useText();
  const { locale } = useI18n();
  const act = useAct();
  const [pollId] = useState(() => poll?.pollId ?? newId());
  const draft = useDraft<PollForm>(`${core.dialogueId}/poll-form/${poll?.pollId ?? panelId}`, poll === null ? newForm() : formOf(poll.setup));
  const languages = core.setup?.languages ?? [locale];
  const [lang, setLang] = useState<Lang>(languages.includes(locale) ? locale : languages[0] ?? locale);
  const [isTried, setTried] = useState(false);
  const form = draft.value;
  const fault = isTried ? faultOf(form) : null;
  const set = (change: Partial<PollForm>) => draft.set((now) => ({ ...now, ...change }));
  const save = async () => {
    setTried(true);
    if (faultOf(form) !== null) return;
    const setup = setupOf(form);
    const isDone = poll === null ? await act.run('poll.draft', { pollId, panelId, setup }) : await act.run('poll.edit', { pollId, setup }, { rev: poll.rev });
    if (!isDone) return;
    draft.clear();
    onClose(pollId);
  };
  const parts = { form, set, lang, fault };
  return (
    <Dialog isOpen wide onClose={() => onClose(null)} title={t(poll === null ? 'pd.new' : 'pd.edit')} actions={<><Button kind="primary" busy={act.isBusy} onClick={() => { void save(); }}>{t('pd.save')}</Button><Button onClick={() => onClose(null)}>{t('ui.cancel')}</Button></>}>
      <LangTabs languages={languages} value={lang} onChange={setLang} />
      <MultiText label={t('pd.question')} value={form.question} onChange={(question) => set({ question })} lang={lang} limit={LIMITS.pollQuestion} rows={2} refusal={fault === 'question' ? t('refusal.request.invalid', { reason: 'empty', max: 0 }) : undefined} />
      <SelectField label={t('pd.kind')} placeholder={null} value={form.kind} onChange={(kind) => set({ kind: kind as PollKind })} options={POLL_KINDS.map((kind) => ({ value: kind, label: t(`pd.kind.${kind}`) }))} />
      {hasOptions(form.kind) ? <Options {...parts} /> : null}
      {form.kind === 'multiple' ? <SelectField label={t('pd.most')} placeholder={null} value={String(Math.min(form.most, form.options.length))} onChange={(most) => set({ most: Number(most) })} options={form.options.map((_, i) => ({ value: String(i + 1), label: String(i + 1) }))} /> : null}
      {form.kind === 'scale' ? <Scale {...parts} /> : null}
      <Terms form={form} set={set} />
      {fault === 'length' ? <RefusalNote>{t('pd.fault.length')}</RefusalNote> : null}
      <ActNote act={act} />
    </Dialog>
  );
}
