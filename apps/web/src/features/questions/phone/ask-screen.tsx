import { useState } from 'react';
import { SMALL_GROUP_FLOOR, LIMITS, type PanelHead, type Refusal } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/index.js';
import { newId, useCore, useDirectory, useDraft, useMe, useSend } from '../../../live/index.js';
import { useGroup, useGroups } from '../../../surfaces/phone/kit/groups.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button } from '../../../ui/button.js';
import { Check } from '../../../ui/check-list.js';
import { EmptyState } from '../../../ui/notes.js';
import { SelectField } from '../../../ui/select-field.js';
import { SendState } from '../../../ui/send-state.js';
import { countCharacters, TextArea } from '../../../ui/text-field.js';

/** `to`: to the panel (''), or `seat:` or `group:` and an id. */
interface Draft { text: string; anonymous: boolean; to: string }
const EMPTY: Draft = { text: '', anonymous: false, to: '' };
const idOf = (to: string, kind: 'seat' | 'group') => (to.startsWith(`${kind}:`) ? to.slice(kind.length + 1) : null);

export default function AskScreen() {
  const t = useText();
  const { panel } = useCurrentPanel();
  if (panel === null) return <Screen title={t('p.tab.questions')} tab="questions" back="questions"><EmptyState title={t('p.noPanel')} /></Screen>;
  return <Ask key={panel.id} panel={panel} />;
}

function Ask({ panel }: { panel: PanelHead }) {
  const t = useText();
  const { locale } = useI18n();
  const { path, draftKey } = useWho();
  const send = useSend();
  const may = useMay();
  const words = useRefusal();
  const [isBusy, setBusy] = useState(false);
  const draft = useDraft<Draft>(draftKey(`ask-to/${panel.id}`), EMPTY);
  const { text, anonymous, to } = draft.value;
  const refused = may('question.ask', { panel });
  const isFit = text.trim() !== '' && countCharacters(text) <= LIMITS.question;
  const submit = async () => {
    setBusy(true);
    await send('question.ask', { questionId: newId(), panelId: panel.id, text, language: locale, anonymous, toSeat: idOf(to, 'seat'), toGroup: idOf(to, 'group') });
    draft.clear();
    go(path('questions', 'mine'), { replace: true });
  };
  const refusal: Refusal | null = refused === null ? null : { code: refused };
  return (
    <Screen
      title={t('p.ask.title', { n: panel.number })} tab="questions" back="questions"
      action={<>{draft.isKept && text !== '' ? <SendState state="saved" words={t('p.draft.kept')} /> : null}<Button kind="primary" wide busy={isBusy} disabled={!isFit || refused !== null} onClick={() => { void submit(); }}>{t('p.ask.send')}</Button></>}
    >
      <Addressee panel={panel} value={to} onChange={(next) => draft.set((now) => ({ ...now, to: next }))} />
      <TextArea label={t('p.ask.text')} rows={5} limit={LIMITS.question} value={text} onChange={(next) => draft.set((now) => ({ ...now, text: next }))} refusal={refusal === null ? undefined : words(refusal)} />
      <Check label={t('p.ask.anonymous')} note={<AnonymityNote />} checked={anonymous} onChange={(next) => draft.set((now) => ({ ...now, anonymous: next }))} />
      {panel.premoderation ? <p className="sm soft">{t('p.ask.premoderated')}</p> : null}
    </Screen>
  );
}

/** What the room will see of an anonymous one: the group only where it is large enough. */
function AnonymityNote() {
  const t = useText();
  const me = useMe();
  const core = useCore();
  const group = useGroup(me?.groupId ?? null);
  const size = core?.seatsByGroup[me?.groupId ?? ''] ?? 0;
  if (group === undefined || size < SMALL_GROUP_FLOOR) return t('p.ask.anonymous.hidden');
  return t('p.ask.anonymous.group', { group: group.name, n: size });
}

/** The panel, one of those who speak or lead in it, or a group. */
function Addressee({ panel, value, onChange }: { panel: PanelHead; value: string; onChange: (value: string) => void }) {
  const t = useText();
  const seats = [...new Set([...panel.panellists, ...panel.moderators])];
  const people = useDirectory(seats);
  const groups = useGroups();
  const named = seats.flatMap((seat) => { const person = people[seat]; return person === undefined || person === null || person.name === '' ? [] : [{ value: `seat:${seat}`, label: person.name }]; });
  const options = [...named, ...groups.map((group) => ({ value: `group:${group.id}`, label: t('p.ask.to.group', { group: group.name }) }))];
  return <SelectField label={t('p.ask.to')} placeholder={t('p.ask.to.panel')} value={value} onChange={onChange} options={options} />;
}
