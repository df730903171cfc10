import { useState } from 'react';
import { ROLES, type CoreSlice, type Role } from '@tegerek/contracts/wire';
import { settledRoles } from '@tegerek/rules';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { CheckList } from '../../../ui/check-list.js';
import { Dialog } from '../../../ui/dialog.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import type { ListedPerson } from '../../../ui/staff/people.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';
import type { May } from '../../../ui/staff/use-may.js';
import { bearCode } from './codes.js';
import type { Badge } from './sheet.js';

export interface SeatDialogProps { core: CoreSlice; person: ListedPerson; may: May; onClose: () => void; onChanged: () => void; onBorn: (badges: readonly Badge[]) => void }

type Asking = 'revoke' | 'erase' | null;

/** One seat: roles, a new code, and the end of it. */
export function SeatDialog({ core, person, may, onClose, onChanged, onBorn }: SeatDialogProps) {
  const t = useText();
  const act = useAct();
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const [asking, setAsking] = useState<Asking>(null);
  const { seatId } = person;
  const isChanged = ROLES.some((role) => roles.includes(role) !== person.roles.includes(role));
  const finish = (isDone: boolean) => { if (isDone) { onChanged(); onClose(); } return isDone; };
  const reissue = async () => {
    const { code, authKeyHash } = await bearCode(core.dialogueId);
    if (finish(await act.run('seat.reissue', { codes: [{ seatId, authKeyHash }] }))) onBorn([{ ...person, code }]);
  };
  if (asking === 'revoke') return <ReasonDialog title={t('desk.seat.revoke-title', { n: person.number })} effect={t('desk.seat.revoke-effect')} label={t('console.question.reason')} confirm={t('desk.seat.revoke')} kind="danger" act={act} onClose={() => setAsking(null)} onConfirm={async (reason) => finish(await act.run('seat.revoke', { seatId, reason }))} />;
  if (asking === 'erase') return <ReasonDialog title={t('desk.seat.erase-title', { n: person.number })} effect={t('desk.seat.erase-effect')} label={t('console.question.reason')} confirm={t('desk.seat.erase')} kind="danger" act={act} onClose={() => setAsking(null)} onConfirm={async (reason) => finish(await act.run('person.erase', { seatId, reason }))} />;
  return (
    <Dialog isOpen onClose={onClose} title={<><span className="mute">{person.number}</span> <bdi>{person.name}</bdi></>} actions={<><Button kind="primary" busy={act.isBusy} disabled={!isChanged || !may('seat.set-roles')} onClick={() => { void act.run('seat.set-roles', { seatId, roles: [...roles] }).then(finish); }}>{t('desk.seat.save-roles')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <div><p className="label">{t('desk.roles')}</p><CheckList label={t('desk.roles')} items={ROLES.map((role) => ({ value: role, label: t(`role.${role}`), note: t(`desk.role-note.${role}`), disabled: !may('seat.set-roles') }))} value={roles} onChange={(chosen) => setRoles(settledRoles(chosen))} /></div>
      <div className="stack-2 rule">
        <p className="sm soft">{t('desk.seat.reissue-how')}</p>
        <div className="row wrap"><Button busy={act.isBusy} onClick={() => { void reissue(); }}>{t('desk.seat.reissue')}</Button><Button kind="danger" onClick={() => setAsking('revoke')}>{t('desk.seat.revoke')}</Button><Button kind="quiet" onClick={() => setAsking('erase')}>{t('desk.seat.erase')}</Button></div>
      </div>
      <ActNote act={act} />
    </Dialog>
  );
}
