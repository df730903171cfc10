import { useState } from 'react';
import { LIMITS, type CoreSlice, type DialogueSetup, type Lang, type Text } from '@tegerek/contracts/wire';
import { LANGS } from '../../../i18n/langs.js';
import { useI18n, useText } from '../../../i18n/provider.js';
import { WORDS } from '../../../i18n/words.js';
import { useDraft, useMe } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { CheckList } from '../../../ui/check-list.js';
import { DateField } from '../../../ui/date-field.js';
import { IconPlus, IconX } from '../../../ui/icons/index.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { cleaned, fits, hasText, LangTabs, MultiText } from '../../../ui/staff/text-fields.js';
import { TextField } from '../../../ui/text-field.js';
import { isSlug } from './templates.js';

const isFit = (setup: DialogueSetup): boolean =>
  hasText(setup.title) && isSlug(setup.slug) && setup.date !== '' && setup.languages.length > 0 && fits(setup.title, LIMITS.title) && fits(setup.description, LIMITS.description)
  && fits(setup.privacyNotice, LIMITS.description) && fits(setup.place, LIMITS.title) && setup.goals.every((goal) => fits(goal, LIMITS.goal)) && setup.contacts.every((contact) => contact.name.trim() !== '');

const toSend = (setup: DialogueSetup): DialogueSetup => ({
  ...setup, title: cleaned(setup.title), description: cleaned(setup.description), place: cleaned(setup.place), privacyNotice: cleaned(setup.privacyNotice),
  goals: setup.goals.map(cleaned).filter(hasText), contacts: setup.contacts.map((contact) => ({ ...contact, role: cleaned(contact.role) })),
});

function Goals({ goals, lang, onChange }: { goals: readonly Text[]; lang: Lang; onChange: (goals: Text[]) => void }) {
  const t = useText();
  return (
    <fieldset className="stack-2"><legend className="label">{t('desk.goals')}</legend>
      {goals.map((goal, index) => (
        <div key={index} className="row top"><div className="grow"><MultiText label={t('desk.goal', { n: index + 1 })} rows={2} lang={lang} limit={LIMITS.goal} value={goal} onChange={(next) => onChange(goals.map((each, at) => (at === index ? next : each)))} /></div>
          <Button mini kind="quiet" icon={<IconX />} aria-label={t('desk.goal.remove', { n: index + 1 })} onClick={() => onChange(goals.filter((_, at) => at !== index))} /></div>
      ))}
      {goals.length < LIMITS.goals ? <p><Button mini kind="quiet" icon={<IconPlus />} onClick={() => onChange([...goals, {}])}>{t('desk.goal.add')}</Button></p> : null}
    </fieldset>
  );
}

type Contact = DialogueSetup['contacts'][number];

function Contacts({ contacts, lang, isTried, onChange }: { contacts: readonly Contact[]; lang: Lang; isTried: boolean; onChange: (contacts: Contact[]) => void }) {
  const t = useText();
  const set = (index: number, part: Partial<Contact>) => onChange(contacts.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <fieldset className="stack-2"><legend className="label">{t('desk.contacts')}</legend>
      {contacts.map((contact, index) => (
        <div key={index} className="row top"><div className="form-4 grow">
          <TextField compact label={t('staff.name')} limit={LIMITS.name} value={contact.name} onChange={(name) => set(index, { name })} refusal={isTried && contact.name.trim() === '' ? t('refusal.request.invalid', { reason: 'empty', max: 0 }) : undefined} />
          <MultiText label={t('desk.contact.role')} optional lang={lang} limit={LIMITS.position} value={contact.role} onChange={(role) => set(index, { role })} />
          <TextField compact optional type="tel" label={t('desk.contact.phone')} value={contact.phone} onChange={(phone) => set(index, { phone })} />
          <TextField compact optional type="email" label={t('desk.contact.email')} value={contact.email} onChange={(email) => set(index, { email })} />
        </div><Button mini kind="quiet" icon={<IconX />} aria-label={t('desk.contact.remove', { name: contact.name })} onClick={() => onChange(contacts.filter((_, at) => at !== index))} /></div>
      ))}
      {contacts.length < 10 ? <p><Button mini kind="quiet" icon={<IconPlus />} onClick={() => onChange([...contacts, { name: '', role: {}, phone: '', email: '' }])}>{t('desk.contact.add')}</Button></p> : null}
    </fieldset>
  );
}

/** What the dialogue is: texts, address, day and place. Typing stays on this device until saved. */
export function SetupForm({ core, setup, mayEdit }: { core: CoreSlice; setup: DialogueSetup; mayEdit: boolean }) {
  const t = useText();
  const { locale } = useI18n();
  const me = useMe();
  const act = useAct();
  const draft = useDraft<DialogueSetup>(`${core.dialogueId}/${me?.seatId ?? ''}/setup`, setup);
  const value = draft.isKept ? draft.value : setup;
  const [lang, setLang] = useState<Lang>(locale);
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<DialogueSetup>) => draft.set({ ...value, ...part });
  const written = value.languages.includes(lang) ? lang : value.languages[0] ?? locale;
  const isChanged = JSON.stringify(value) !== JSON.stringify(setup);
  const empty = t('refusal.request.invalid', { reason: 'empty', max: 0 });
  const save = async () => {
    setTried(true);
    if (isFit(value) && await act.run('dialogue.edit', toSend(value))) { draft.clear(); setTried(false); }
  };
  return (
    <form className="stack-4" onSubmit={(event) => { event.preventDefault(); void save(); }} noValidate>
      <fieldset className="stack-4 bare" disabled={!mayEdit}>
        <LangTabs languages={value.languages} value={written} onChange={setLang} />
        <MultiText label={t('desk.title')} lang={written} limit={LIMITS.title} value={value.title} onChange={(title) => change({ title })} refusal={isTried && !hasText(value.title) ? empty : undefined} />
        <MultiText label={t('desk.description')} optional rows={3} lang={written} limit={LIMITS.description} value={value.description} onChange={(description) => change({ description })} />
        <Goals goals={value.goals} lang={written} onChange={(goals) => change({ goals })} />
        <div className="form-2">
          <DateField compact label={t('desk.date')} value={value.date} onChange={(date) => change({ date })} refusal={isTried && value.date === '' ? empty : fieldRefusal(t, act.refusal, 'date')} />
          <MultiText label={t('desk.place')} optional lang={written} limit={LIMITS.title} value={value.place} onChange={(place) => change({ place })} />
          <TextField compact label={t('desk.slug')} hint={t('desk.slug-hint', { address: `${location.host}/j/${value.slug}` })} spellCheck={false} value={value.slug} onChange={(slug) => change({ slug: slug.toLowerCase() })} refusal={isSlug(value.slug) ? fieldRefusal(t, act.refusal, 'slug') : t('desk.slug-faulty')} />
          <TextField compact label={t('desk.zone')} hint={t('desk.zone-hint')} spellCheck={false} value={value.timeZone} onChange={(timeZone) => change({ timeZone })} refusal={fieldRefusal(t, act.refusal, 'timeZone')} />
        </div>
        <div><p className="label">{t('desk.new.languages')}</p><CheckList label={t('desk.new.languages')} items={LANGS.map((each) => ({ value: each, label: WORDS[each].own }))} value={value.languages} onChange={(languages) => { if (languages.length > 0) change({ languages }); }} /></div>
        <MultiText label={t('desk.privacy')} hint={t('desk.privacy-hint')} optional rows={3} lang={written} limit={LIMITS.description} value={value.privacyNotice} onChange={(privacyNotice) => change({ privacyNotice })} />
        <Contacts contacts={value.contacts} lang={written} isTried={isTried} onChange={(contacts) => change({ contacts })} />
      </fieldset>
      <div className="row sticky-foot">
        <Button type="submit" kind={isChanged ? 'primary' : 'secondary'} busy={act.isBusy} disabled={!isChanged || !mayEdit}>{isChanged ? t('desk.save') : t('console.saved')}</Button>
        {isChanged ? <><Button kind="quiet" onClick={() => { act.clear(); draft.clear(); }}>{t('console.discard')}</Button><span className="sm soft">{t('console.draft-kept')}</span></> : null}
        <ActNote act={act} fields={['slug', 'timeZone', 'date']} />
      </div>
    </form>
  );
}
