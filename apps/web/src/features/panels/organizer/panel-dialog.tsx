import { useState } from 'react';
import { LIMITS, type CoreSlice, type Lang, type PanelSetup, type Role } from '@tegerek/contracts/wire';
import { USUAL_WEIGHTS } from '@tegerek/rules';
import { useI18n, useText } from '../../../i18n/provider.js';
import { useDraft, useMe } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Check } from '../../../ui/check-list.js';
import { TimeField } from '../../../ui/date-field.js';
import { Dialog } from '../../../ui/dialog.js';
import { SelectField } from '../../../ui/select-field.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import type { ListedPerson } from '../../../ui/staff/people.js';
import { SeatPicker } from '../../../ui/staff/seat-picker.js';
import { cleaned, fits, hasText, LangTabs, MultiText } from '../../../ui/staff/text-fields.js';

/** What the log holds of a panel's programme, without its course. */
export const setupOf = ({ id, number, title, outcome, startsAt, endsAt, hall, moderators, rapporteurs, panellists, premoderation, speaking }: PanelSetup): PanelSetup =>
  ({ id, number, title, outcome, startsAt, endsAt, hall, moderators, rapporteurs, panellists, premoderation, ...(speaking === undefined ? {} : { speaking }) });

const SPEAKING = ['share', 'first', 'waiting'] as const;
const WEIGHTS = [0, 1, 2, 3] as const;
const DUTIES = [['moderators', 'moderator'], ['rapporteurs', 'rapporteur'], ['panellists', null]] as const;

/** A panel of the programme: texts, time, hall, and who runs it. A person who gets a duty gets its role too. */
export function PanelDialog({ core, panel, isNew, onClose }: { core: CoreSlice; panel: PanelSetup; isNew: boolean; onClose: () => void }) {
  const t = useText();
  const { locale } = useI18n();
  const me = useMe();
  const act = useAct();
  const languages = core.setup?.languages ?? [locale];
  const [lang, setLang] = useState<Lang>(languages.includes(locale) ? locale : languages[0] ?? locale);
  const draft = useDraft<PanelSetup>(`${core.dialogueId}/${me?.seatId ?? ''}/panel/${panel.id}`, setupOf(panel));
  const [granted, setGranted] = useState<Readonly<Record<string, { person: ListedPerson; roles: readonly Role[] }>>>({});
  const [isTried, setTried] = useState(false);
  const { value, set } = draft;
  const change = (part: Partial<PanelSetup>) => set((now) => ({ ...now, ...part }));
  const speaking = value.speaking ?? USUAL_WEIGHTS;
  const isFaulty = !hasText(value.title) || !fits(value.title, LIMITS.title) || !fits(value.outcome, LIMITS.description) || !fits(value.hall, LIMITS.name);
  const pick = (list: 'moderators' | 'rapporteurs' | 'panellists', role: Role | null) => (seats: string[], added?: ListedPerson) => {
    change({ [list]: seats });
    if (added !== undefined && role !== null && !added.roles.includes(role)) setGranted((now) => ({ ...now, [added.seatId]: { person: added, roles: [...new Set([...(now[added.seatId]?.roles ?? []), role])] } }));
  };
  const save = async () => {
    setTried(true);
    if (isFaulty) return;
    for (const { person, roles } of Object.values(granted)) if (!(await act.run('seat.set-roles', { seatId: person.seatId, roles: [...new Set([...person.roles, ...roles])] }))) return;
    if (await act.run('panel.set', { ...value, title: cleaned(value.title), outcome: cleaned(value.outcome), hall: cleaned(value.hall) })) { draft.clear(); onClose(); }
  };
  return (
    <Dialog isOpen wide onClose={onClose} title={isNew ? t('desk.panel.new') : t('console.panel', { n: value.number })} actions={<><Button kind="primary" busy={act.isBusy} onClick={() => { void save(); }}>{t('desk.save')}</Button><Button onClick={() => { draft.clear(); onClose(); }}>{t('ui.cancel')}</Button></>}>
      <LangTabs languages={languages} value={lang} onChange={setLang} />
      <MultiText label={t('desk.panel.title')} lang={lang} limit={LIMITS.title} value={value.title} onChange={(title) => change({ title })} refusal={isTried && !hasText(value.title) ? t('refusal.request.invalid', { reason: 'empty', max: 0 }) : fieldRefusal(t, act.refusal, 'title')} />
      <MultiText label={t('desk.panel.outcome')} hint={t('desk.panel.outcome-hint')} optional rows={3} lang={lang} limit={LIMITS.description} value={value.outcome} onChange={(outcome) => change({ outcome })} />
      <div className="form-3">
        <TimeField compact label={t('desk.panel.from')} optional value={value.startsAt ?? ''} onChange={(time) => change({ startsAt: time === '' ? null : time })} />
        <TimeField compact label={t('desk.panel.to')} optional value={value.endsAt ?? ''} onChange={(time) => change({ endsAt: time === '' ? null : time })} />
        <MultiText label={t('desk.panel.hall')} optional lang={lang} limit={LIMITS.name} value={value.hall} onChange={(hall) => change({ hall })} />
      </div>
      <div className="form-3">{DUTIES.map(([list, role]) => <SeatPicker key={list} label={t(`desk.panel.${list}`)} value={value[list]} onChange={pick(list, role)} />)}</div>
      <Check checked={value.premoderation} onChange={(premoderation) => change({ premoderation })} label={t('desk.panel.premoderation')} note={t('desk.panel.premoderation-note')} />
      <fieldset className="stack-2">
        <legend className="label">{t('desk.panel.speaking')}</legend>
        <p className="sm soft">{t('desk.panel.speaking-hint')}</p>
        <div className="form-3">{SPEAKING.map((name) => <SelectField compact key={name} label={t(`desk.speaking.${name}`)} placeholder={null} value={String(speaking[name])} onChange={(weight) => change({ speaking: { ...speaking, [name]: Number(weight) } })} options={WEIGHTS.map((weight) => ({ value: String(weight), label: t(`desk.speaking.${weight}`) }))} />)}</div>
      </fieldset>
      <ActNote act={act} fields={['title']} />
    </Dialog>
  );
}
