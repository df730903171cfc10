import { useState, type FormEvent } from 'react';
import { useText } from '../../../i18n/provider.js';
import { useLiveSpace } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { refusalText } from '../../../i18n/refusal.js';
import { Spinner } from '../../../ui/spinner.js';
import { PersonName } from '../../../ui/staff/person.js';
import { TextField } from '../../../ui/text-field.js';

interface Checked { id: string; number: number; state: 'sending' | 'done' | 'refused'; seatId?: string; words?: string }

/** At the door: numbers one after another; the next can be typed while the last is on its way. */
export function CheckInDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const space = useLiveSpace();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [checked, setChecked] = useState<readonly Checked[]>([]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const number = Number(typed.trim());
    if (!/^\d{1,5}$/u.test(typed.trim()) || number < 1) { setRefusal(t('console.check-in.number')); return; }
    setRefusal(undefined);
    setTyped('');
    const { id, settled } = await space.send('seat.check-in', { number });
    setChecked((list) => [{ id, number, state: 'sending' as const }, ...list].slice(0, 8));
    const row = await settled;
    const result = row.result as { seatId?: string } | undefined;
    setChecked((list) => list.map((each) => (each.id !== id ? each : row.state === 'recorded'
      ? { ...each, state: 'done', ...(result?.seatId === undefined ? {} : { seatId: result.seatId }) }
      : { ...each, state: 'refused', words: row.refusal === null ? '' : refusalText(t, row.refusal) })));
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('console.check-in')} actions={<Button onClick={onClose}>{t('console.done')}</Button>}>
      <form className="stack-2" onSubmit={(event) => { void submit(event); }}>
        <TextField label={t('console.check-in.label')} hint={t('console.check-in.hint')} inputMode="numeric" autoComplete="off" autoFocus value={typed} onChange={setTyped} refusal={refusal} />
        <Button type="submit" kind="primary">{t('console.check-in.confirm')}</Button>
      </form>
      <ul className="items" aria-live="polite">
        {checked.map((each) => (
          <li key={each.id} className="row"><b>{each.number}</b>
            {each.state === 'sending' ? <Spinner /> : null}
            {each.state === 'done' ? <span className="hold">{t('console.check-in.here')}</span> : null}
            {each.seatId === undefined ? null : <PersonName seatId={each.seatId} />}
            {each.state === 'refused' ? <span className="fail">{each.words}</span> : null}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
