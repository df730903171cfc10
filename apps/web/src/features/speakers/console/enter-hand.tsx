import { useState } from 'react';
import type { HandView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { newId, useLiveSpace } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { usePeoplePage, type ListedPerson } from '../../../ui/staff/people.js';
import { TextField } from '../../../ui/text-field.js';

const KINDS: readonly HandView['kind'][] = ['contribution', 'reply', 'order'];
const FOUND = 6;

/** Raises the hand of somebody without a phone, found by name, organisation or number: a seat in a group, nobody else. */
export function EnterHandDialog({ panelId, onClose }: { panelId: string; onClose: () => void }) {
  const t = useText();
  const { space } = useLiveSpace().store.get();
  const act = useAct();
  const [search, setSearch] = useState('');
  const [person, setPerson] = useState<ListedPerson | null>(null);
  const [kind, setKind] = useState<HandView['kind']>('contribution');
  const [isTried, setTried] = useState(false);
  const { page } = usePeoplePage(space, search.trim(), 1, null);
  const found = search.trim() === '' || person !== null ? [] : (page?.people ?? []).filter((each) => !each.revoked && each.groupId !== null).slice(0, FOUND);
  const isNobody = search.trim() !== '' && person === null && page !== null && found.length === 0;
  const pick = (each: ListedPerson) => { setPerson(each); setSearch(`${each.number} ${each.name}`); act.clear(); };
  const enter = async () => {
    setTried(true);
    if (person !== null && await act.run('hand.enter', { handId: newId(), panelId, seatId: person.seatId, kind })) onClose();
  };
  const refusal = fieldRefusal(t, act.refusal, 'seatId') ?? (isTried && person === null ? t('console.enter.choose') : undefined);
  return (
    <Dialog isOpen onClose={onClose} title={t('console.enter')} actions={<><Button kind="primary" busy={act.isBusy} onClick={() => { void enter(); }}>{t('console.enter.confirm')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <TextField type="search" label={t('console.enter.who')} hint={t('console.enter.hint')} autoComplete="off" autoFocus value={search} onChange={(value) => { setSearch(value); setPerson(null); }} refusal={refusal} />
      {isNobody ? <p className="sm soft" role="status">{t('console.enter.nobody')}</p> : null}
      {found.length === 0 ? null : <ul className="picks">{found.map((each) => <li key={each.seatId}><button type="button" className="pick-row" onClick={() => pick(each)}><b>{each.number}</b><bdi>{each.name}</bdi><span className="mute">{each.organisation}</span></button></li>)}</ul>}
      <RadioGroup look="plain" label={t('console.enter.kind')} value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: t(`console.enter.${value}`) }))} />
      <ActNote act={act} fields={['seatId']} />
    </Dialog>
  );
}
