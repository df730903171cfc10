import { useState } from 'react';
import { useText } from '../../i18n/provider.js';
import { useLiveSpace } from '../../live/index.js';
import { Button } from '../button.js';
import { IconX } from '../icons/index.js';
import { TextField } from '../text-field.js';
import { usePeoplePage, type ListedPerson } from './people.js';
import { PersonName, usePersonName } from './person.js';

function Chosen({ seatId, onRemove }: { seatId: string; onRemove: () => void }) {
  const t = useText();
  const name = usePersonName(seatId);
  return <li className="chip"><PersonName seatId={seatId} /><Button mini kind="quiet" icon={<IconX />} aria-label={t('desk.pick.remove', { name })} onClick={onRemove} /></li>;
}

const FOUND = 6;

/** Seats for a duty: chosen ones as chips, more by name, organisation or number. */
export function SeatPicker({ label, hint, value, onChange }: { label: string; hint?: string | undefined; value: readonly string[]; onChange: (seats: string[], added?: ListedPerson) => void }) {
  const t = useText();
  const { space } = useLiveSpace().store.get();
  const [search, setSearch] = useState('');
  const { page } = usePeoplePage(space, search.trim(), 1, null);
  const found = search.trim() === '' ? [] : (page?.people ?? []).filter((person) => !person.revoked && !value.includes(person.seatId)).slice(0, FOUND);
  return (
    <div className="stack-2">
      <TextField compact type="search" label={label} hint={hint ?? t('desk.pick.hint')} value={search} onChange={setSearch} autoComplete="off" />
      {found.length === 0 ? null : <ul className="picks">{found.map((person) => <li key={person.seatId}><button type="button" className="pick-row" onClick={() => { onChange([...value, person.seatId], person); setSearch(''); }}><b>{person.number}</b><bdi>{person.name}</bdi><span className="mute">{person.organisation}</span></button></li>)}</ul>}
      {value.length === 0 ? null : <ul className="chips">{value.map((seatId) => <Chosen key={seatId} seatId={seatId} onRemove={() => onChange(value.filter((each) => each !== seatId))} />)}</ul>}
    </div>
  );
}
