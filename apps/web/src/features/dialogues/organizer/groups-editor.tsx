import { useState } from 'react';
import { LIMITS, type CoreSlice, type Group, type Lang } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { newId } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { GroupSign } from '../../../ui/group-sign.js';
import { IconPlus, IconX } from '../../../ui/icons/index.js';
import { Note } from '../../../ui/notes.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { groupViews } from '../../../ui/staff/group-views.js';
import { SelectField } from '../../../ui/select-field.js';
import { cleaned, fits, hasText, LangTabs, MultiText } from '../../../ui/staff/text-fields.js';

const TONES = [0, 1, 2, 3, 4, 5, 6] as const;
const SIGN = 2;

function GroupRow({ group, n, lang, seats, onChange, onRemove }: { group: Group; n: number; lang: Lang; seats: number; onChange: (part: Partial<Group>) => void; onRemove: (() => void) | undefined }) {
  const t = useText();
  const { locale } = useI18n();
  const [view] = groupViews([group], locale);
  return (
    <li className="group-row">
      <MultiText label={t('desk.group.title', { n })} lang={lang} limit={LIMITS.title} value={group.title} onChange={(title) => onChange({ title })} refusal={hasText(group.title) ? undefined : t('refusal.request.invalid', { reason: 'empty', max: 0 })} />
      <MultiText label={t('desk.group.sign')} lang={lang} limit={SIGN} value={group.sign} onChange={(sign) => onChange({ sign })} />
      <SelectField compact label={t('desk.group.tone')} placeholder={null} value={String(group.tone)} onChange={(tone) => onChange({ tone: Number(tone) })} options={TONES.map((tone) => ({ value: String(tone), label: t(`desk.tone.${tone}`) }))} />
      <p className="group-preview">{view === undefined ? null : <GroupSign group={view} />}<span className="sm mute">{t('desk.group.seats', { n: seats })}</span></p>
      {onRemove === undefined ? <span /> : <Button mini kind="quiet" icon={<IconX />} aria-label={t('desk.group.remove', { n })} onClick={onRemove} />}
    </li>
  );
}

/** Who sits at the table. Before the opening only; a group with seats stays. */
export function GroupsEditor({ core, mayEdit }: { core: CoreSlice; mayEdit: boolean }) {
  const t = useText();
  const { locale } = useI18n();
  const act = useAct();
  const languages = core.setup?.languages ?? [locale];
  const [lang, setLang] = useState<Lang>(languages.includes(locale) ? locale : languages[0] ?? locale);
  const [edited, setEdited] = useState<readonly Group[] | null>(null);
  const groups = edited ?? core.groups;
  const isFit = groups.length > 0 && groups.every((group) => hasText(group.title) && fits(group.title, LIMITS.title) && fits(group.sign, SIGN));
  const save = async () => {
    const sent = groups.map((group) => ({ ...group, title: cleaned(group.title), sign: cleaned(group.sign) }));
    if (await act.run('dialogue.set-groups', { groups: sent })) setEdited(null);
  };
  const free = TONES.find((tone) => !groups.some((group) => group.tone === tone)) ?? 0;
  return (
    <section className="stack-3">
      <div className="row"><h2 className="grow">{t('desk.groups')}</h2>{mayEdit ? <LangTabs languages={languages} value={lang} onChange={setLang} /> : null}</div>
      {mayEdit ? (
        <>
          <ul className="group-rows">{groups.map((group, index) => <GroupRow key={group.id} group={group} n={index + 1} lang={lang} seats={core.seatsByGroup[group.id] ?? 0} onChange={(part) => setEdited(groups.map((each) => (each.id === group.id ? { ...each, ...part } : each)))} onRemove={groups.length > 1 && (core.seatsByGroup[group.id] ?? 0) === 0 ? () => setEdited(groups.filter((each) => each.id !== group.id)) : undefined} />)}</ul>
          <div className="row wrap">
            {groups.length < LIMITS.groups ? <Button mini kind="quiet" icon={<IconPlus />} onClick={() => setEdited([...groups, { id: newId(), title: {}, sign: {}, tone: free }])}>{t('desk.group.add')}</Button> : null}
            {edited === null ? null : <><Button mini busy={act.isBusy} disabled={!isFit} onClick={() => { void save(); }}>{t('desk.groups.save')}</Button><Button mini kind="quiet" onClick={() => { act.clear(); setEdited(null); }}>{t('console.discard')}</Button></>}
          </div>
          {edited !== null && (edited.length !== core.groups.length || edited.some((group) => !core.groups.some((each) => each.id === group.id))) ? <Note kind="info">{t('desk.groups.rule')}</Note> : null}
          <ActNote act={act} />
        </>
      ) : <p className="row wrap">{groupViews(core.groups, locale).map((group) => <GroupSign key={group.id} group={group}> {core.seatsByGroup[group.id] ?? 0}</GroupSign>)}</p>}
    </section>
  );
}
