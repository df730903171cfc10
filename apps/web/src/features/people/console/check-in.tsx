import { lazy, Suspense, useState, type FormEvent } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { FileButton } from '../../../ui/file-button.js';
import { GroupFigures, GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconPhoto, IconQrcode } from '../../../ui/icons/index.js';
import { Note } from '../../../ui/notes.js';
import { Spinner } from '../../../ui/spinner.js';
import { groupOf, useGroupViews } from '../../../ui/staff/group-views.js';
import { quorumNote } from '../../../ui/staff/quorum-note.js';
import { quorumOf } from '../../../ui/staff/quorum.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { usePeoplePage, type ListedPerson } from '../../../ui/staff/people.js';
import { PersonName } from '../../../ui/staff/person.js';
import { TextField } from '../../../ui/text-field.js';
import { useDoor, type AtDoor, type Door } from './use-door.js';

/** With the decoder of barcodes: fetched when somebody scans. */
const Scanner = lazy(async () => ({ default: (await import('../../../ui/scan/scanner.js')).Scanner }));
const mayUseCamera = (): boolean => isSecureContext && typeof navigator.mediaDevices?.getUserMedia === 'function';

/** Camera where the page may have one, and a photo beside it, always. */
function Scan({ onNumber }: { onNumber: (number: number) => void }) {
  const t = useText();
  const [isOn, setOn] = useState(false);
  const [isReading, setReading] = useState(false);
  const [isUnread, setUnread] = useState(false);
  const read = async (file: File) => {
    setReading(true);
    setUnread(false);
    const number = await import('../../../ui/scan/scanner.js').then((scan) => scan.readPhoto(file), () => null);
    setReading(false);
    if (number === null) setUnread(true);
    else onNumber(number);
  };
  return (
    <div className="stack-2">
      <div className="row wrap">
        {mayUseCamera() ? <Button icon={<IconQrcode />} aria-pressed={isOn} onClick={() => setOn((now) => !now)}>{t(isOn ? 'door.camera.stop' : 'door.camera')}</Button> : null}
        <FileButton icon={<IconPhoto />} accept="image/*" capture="environment" busy={isReading} onFile={(file) => { void read(file); }}>{t('door.photo')}</FileButton>
      </div>
      {mayUseCamera() ? null : <p className="sm soft">{t('door.camera.insecure')}</p>}
      {isUnread ? <Note>{t('door.photo.unread')}</Note> : null}
      {isOn ? <Suspense fallback={<p className="sm soft" role="status">{t('ui.loading')}</p>}><Scanner onNumber={onNumber} /></Suspense> : null}
    </div>
  );
}

/** Whom the typed words find: with what they are now, and the one thing to do. */
function Found({ people, groups, door }: { people: readonly ListedPerson[]; groups: readonly GroupView[]; door: Door }) {
  const t = useText();
  if (people.length === 0) return <p className="sm soft" role="status">{t('ui.filter.none')}</p>;
  return (
    <ul className="items">
      {people.slice(0, 6).map((person) => {
        const group = groupOf(groups, person.groupId);
        return (
          <li key={person.seatId} className="row">
            <span className="grow"><b>{person.number}</b> <bdi>{person.name}</bdi> <span className="sm soft"><bdi>{person.organisation}</bdi></span> {group === undefined ? null : <GroupSign group={group} />}</span>
            {person.revoked ? <span className="fail">{t('desk.revoked')}</span> : null}
            {!person.revoked && person.present ? <><span className="hold">{t('console.check-in.here')}</span><Button mini onClick={() => { void door.leave(person.seatId, person.number); }}>{t('door.left')}</Button></> : null}
            {!person.revoked && !person.present ? <Button mini onClick={() => { void door.checkIn(person.number); }}>{t('console.check-in.confirm')}</Button> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What was just done at the door, the latest first; each can be taken back. */
function Latest({ list, door }: { list: readonly AtDoor[]; door: Door }) {
  const t = useText();
  return (
    <ul className="items" aria-live="polite" aria-label={t('door.latest')}>
      {list.map((each) => (
        <li key={each.id} className="row"><b>{each.number}</b>
          {each.state === 'sending' ? <Spinner /> : null}
          {each.state === 'done' ? <span className={each.act === 'in' ? 'hold' : 'soft'}>{t(each.act === 'in' ? 'console.check-in.here' : 'door.has-left')}</span> : null}
          {each.seatId === undefined ? null : <span className="grow"><PersonName seatId={each.seatId} /></span>}
          {each.state === 'done' && each.seatId !== undefined ? <Button mini kind="quiet" onClick={() => { void (each.act === 'in' ? door.leave(each.seatId ?? '', each.number) : door.checkIn(each.number)); }} aria-label={t('door.undo-of', { n: each.number })}>{t('door.undo')}</Button> : null}
          {each.state === 'refused' ? <span className="fail">{each.words}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** At the door: a scan, a number or a name, one after another; the next can be given while the last is on its way. */
export function CheckInDialog({ core, onClose }: { core: CoreSlice; onClose: () => void }) {
  const t = useText();
  const groups = useGroupViews(core.groups);
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const { list, door } = useDoor();
  const isNumber = /^\d{1,5}$/u.test(typed.trim()) && Number(typed) >= 1;
  const { page } = usePeoplePage(core.dialogueId, typed.trim(), 1, `${sumOf(core.presentByGroup)}/${list[0]?.state ?? ''}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isNumber) { setRefusal(t('door.number')); return; }
    setTyped('');
    void door.checkIn(Number(typed.trim()));
  };
  const quorum = quorumOf(core);
  const figures = groups.map((group) => ({ group, value: core.presentByGroup[group.id] ?? 0, base: core.seatsByGroup[group.id] ?? 0, ...quorumNote(t, quorum?.groups.get(group.id)) }));
  return (
    <Dialog isOpen wide onClose={onClose} title={t('console.check-in')} actions={<Button onClick={onClose}>{t('console.done')}</Button>}>
      <div className="door">
        <div className="stack-3">
          <form className="stack-2" onSubmit={submit}>
            <TextField label={t('door.label')} hint={t('door.hint')} autoComplete="off" autoFocus value={typed} onChange={(text) => { setTyped(text); setRefusal(undefined); }} refusal={refusal} />
            <div className="row wrap"><Button type="submit" kind="primary">{t('console.check-in.confirm')}</Button></div>
          </form>
          <Scan onNumber={(number) => { void door.checkIn(number); }} />
          {typed.trim() === '' || page === null ? null : <Found people={page.people} groups={groups} door={door} />}
        </div>
        <div className="stack-3"><section aria-label={t('door.presence')}><p><b>{t('console.present', { n: sumOf(core.presentByGroup), base: sumOf(core.seatsByGroup) })}</b>{quorum?.overall == null ? null : <> {quorumNote(t, quorum.overall).note}</>}</p><GroupFigures figures={figures} /></section><Latest list={list} door={door} /></div>
      </div>
    </Dialog>
  );
}
