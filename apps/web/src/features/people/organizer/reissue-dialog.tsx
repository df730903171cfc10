import { useState } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useMe } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import type { GroupView } from '../../../ui/group.js';
import { Note } from '../../../ui/notes.js';
import { Job } from '../../../ui/progress.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { fetchEverybody, type ListedPerson } from '../../../ui/staff/people.js';
import { RefusalNote } from '../../../ui/field.js';
import type { Badge } from './sheet.js';
import { useReissuing } from './use-reissuing.js';

export interface ReissueDialogProps {
  core: CoreSlice;
  groups: readonly GroupView[];
  /** Marked in the table. */
  chosen: readonly ListedPerson[];
  onClose: () => void;
  onBorn: (badges: readonly Badge[]) => void;
}

/** Whole groups by their ids, or those who were marked. */
const CHOSEN = 'chosen';

/** New codes for many: those who were marked, or a whole group. One's own code is left out: it would end this desk. */
export function ReissueDialog({ core, groups, chosen, onClose, onBorn }: ReissueDialogProps) {
  const t = useText();
  const me = useMe();
  const { act, progress, reissue } = useReissuing(onBorn);
  const [whom, setWhom] = useState(chosen.length > 0 ? CHOSEN : groups[0]?.id ?? '');
  const [isLost, setLost] = useState(false);
  const options = [...(chosen.length === 0 ? [] : [{ value: CHOSEN, label: t('reissue.chosen', { n: chosen.length }) }]), ...groups.map(({ id, name }) => ({ value: id, label: t('reissue.group', { group: name, n: core.seatsByGroup[id] ?? 0 }) }))];
  const start = async () => {
    setLost(false);
    const listed = whom === CHOSEN ? chosen : await fetchEverybody(core.dialogueId).then((all) => all.filter(({ groupId }) => groupId === whom), () => null);
    if (listed === null) { setLost(true); return; }
    const people = listed.filter(({ revoked, name, seatId }) => !revoked && name !== '' && seatId !== me?.seatId);
    if (await reissue(people) === people.length) onClose();
  };
  const isBusy = progress !== null;
  return (
    <Dialog isOpen onClose={() => { if (!isBusy) onClose(); }} title={t('reissue.title')} actions={<><Button kind="danger" busy={isBusy} onClick={() => { void start(); }}>{t('reissue.confirm')}</Button><Button disabled={isBusy} onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <RadioGroup look="plain" label={t('reissue.whom')} options={options} value={whom} onChange={setWhom} />
      <Note>{t('reissue.effect')}</Note>
      {progress === null ? null : <Job title={t('desk.add.making')} done={progress.done} total={progress.total} />}
      {isLost ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
      <ActNote act={act} />
    </Dialog>
  );
}
