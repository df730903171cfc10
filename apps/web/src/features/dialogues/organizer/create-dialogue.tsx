import { useState, type FormEvent } from 'react';
import { INSTANCE_SPACE, LIMITS, type Lang, type Payload, type Text } from '@tegerek/contracts/wire';
import type { CatalogueLoaders } from '../../../i18n/catalogue.js';
import { LANGS } from '../../../i18n/langs.js';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { WORDS } from '../../../i18n/words.js';
import { newId, postJson, requestJson, useDraft } from '../../../live/index.js';
import { useRequest } from '../../../live/use-request.js';
import { Button } from '../../../ui/button.js';
import { CheckList } from '../../../ui/check-list.js';
import { DateField } from '../../../ui/date-field.js';
import { RefusalNote } from '../../../ui/field.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { refusalText } from '../../../i18n/refusal.js';
import { fieldRefusal } from '../../../ui/staff/act-note.js';
import { cleaned, fits, hasText, LangTabs, MultiText } from '../../../ui/staff/text-fields.js';
import { TextField } from '../../../ui/text-field.js';
import { bornHash } from './organizer-code.js';
import { fromTemplate, isSlug, slugOf, type TemplateName } from './templates.js';

interface Form { commandId: string; dialogueId: string; seatId: string; template: TemplateName; languages: Lang[]; title: Text; slug: string | null; date: string; place: Text; timeZone: string; rehearsal: boolean }

const blank = (locale: Lang): Form => ({
  commandId: newId(), dialogueId: newId(), seatId: newId(), template: 'four-panels', languages: [...LANGS.filter((lang) => lang === locale), ...LANGS.filter((lang) => lang !== locale)],
  title: {}, slug: null, date: '', place: {}, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, rehearsal: false,
});

const slugIn = (form: Form): string => form.slug ?? slugOf(textOf(form.title, form.languages[0] ?? 'ru').text);

async function payloadOf(form: Form, name: string, loaders: CatalogueLoaders): Promise<Payload<'dialogue.create'>> {
  const { groups, panels, rule } = await fromTemplate(form.template, form.languages, loaders);
  return {
    dialogueId: form.dialogueId, groups, panels, rule, demo: false, rehearsal: form.rehearsal,
    setup: { slug: slugIn(form), title: cleaned(form.title), goals: [], description: {}, place: cleaned(form.place), date: form.date, timeZone: form.timeZone, languages: form.languages, contacts: [], privacyNotice: {} },
    organizer: { seatId: form.seatId, number: 1, groupId: null, roles: ['organizer'], name, organisation: '', position: '', region: '', language: form.languages[0] ?? 'ru', authKeyHash: await bornHash(form.dialogueId) },
  };
}

export interface CreateDialogueProps { accountId: string; name: string; loaders: CatalogueLoaders; onDone: (slug: string) => void }

/** A new dialogue from a template; what is typed stays on this device until it is made. */
export function CreateDialogue({ accountId, name, loaders, onDone }: CreateDialogueProps) {
  const t = useText();
  const { locale } = useI18n();
  const request = useRequest();
  const [first] = useState(() => blank(locale));
  const draft = useDraft<Form>(`instance/${accountId}/new-dialogue`, first);
  const [lang, setLang] = useState<Lang>(locale);
  const [isTried, setTried] = useState(false);
  const form = draft.value;
  // another content is another command
  const change = (part: Partial<Form>) => draft.set((now) => ({ ...now, ...part, commandId: newId() }));
  const slug = slugIn(form);
  const empty = t('refusal.request.invalid', { reason: 'empty', max: 0 });
  const written = form.languages.includes(lang) ? lang : form.languages[0] ?? locale;
  const isFaulty = !hasText(form.title) || !isSlug(slug) || form.date === '' || form.languages.length === 0 || !fits(form.title, LIMITS.title) || !fits(form.place, LIMITS.title);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFaulty) return;
    const made = await request.run(async () => requestJson('/api/commands/dialogue.create', postJson({ id: form.commandId, name: 'dialogue.create', space: INSTANCE_SPACE, payload: await payloadOf(form, name, loaders) })));
    if (made !== undefined) { draft.clear(); onDone(slug); }
  };
  const { refusal } = request;
  const shown = ['setup.slug', 'setup.timeZone', 'setup.date'];
  return (
    <form className="form-page" onSubmit={(event) => { void submit(event); }} noValidate>
      <RadioGroup look="plain" label={t('desk.new.template')} value={form.template} onChange={(template) => change({ template })} options={[{ value: 'four-panels', label: t('desk.new.four-panels'), note: t('desk.new.four-panels-note') }, { value: 'empty', label: t('desk.new.empty'), note: t('desk.new.empty-note') }]} />
      <div><p className="label">{t('desk.new.languages')}</p><CheckList label={t('desk.new.languages')} items={LANGS.map((each) => ({ value: each, label: WORDS[each].own }))} value={form.languages} onChange={(languages) => change({ languages })} />{form.languages.length === 0 ? <RefusalNote>{empty}</RefusalNote> : null}</div>
      <LangTabs languages={form.languages} value={written} onChange={setLang} />
      <MultiText label={t('desk.title')} lang={written} limit={LIMITS.title} value={form.title} onChange={(title) => change({ title })} refusal={isTried && !hasText(form.title) ? empty : undefined} />
      <TextField compact label={t('desk.slug')} hint={t('desk.slug-hint', { address: `${location.host}/j/${slug || '…'}` })} value={slug} spellCheck={false} onChange={(next) => change({ slug: next.toLowerCase() })} refusal={isTried && !isSlug(slug) ? t('desk.slug-faulty') : fieldRefusal(t, refusal, 'setup.slug')} />
      <div className="form-3">
        <DateField compact label={t('desk.date')} value={form.date} onChange={(date) => change({ date })} refusal={isTried && form.date === '' ? empty : fieldRefusal(t, refusal, 'setup.date')} />
        <MultiText label={t('desk.place')} optional lang={written} limit={LIMITS.title} value={form.place} onChange={(place) => change({ place })} />
        <TextField compact label={t('desk.zone')} hint={t('desk.zone-hint')} value={form.timeZone} spellCheck={false} onChange={(timeZone) => change({ timeZone })} refusal={fieldRefusal(t, refusal, 'setup.timeZone')} />
      </div>
      {refusal !== null && !shown.includes(refusal.path ?? '') ? <RefusalNote>{refusalText(t, refusal)}</RefusalNote> : null}
      {request.isUnanswered ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
      <div className="row"><Button type="submit" kind="primary" busy={request.isBusy}>{t('desk.new.confirm')}</Button>{draft.isKept ? <Button kind="quiet" onClick={draft.clear}>{t('console.discard')}</Button> : null}</div>
    </form>
  );
}
