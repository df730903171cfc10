import { useState } from 'react';
import { formatCode, newCode } from '@tegerek/ballot';
import { LIMITS, type CoreSlice, type RegistrationView } from '@tegerek/contracts/wire';
import { useText } from '../../../../i18n/provider.js';
import { useAddress, withoutScheme } from '../../../../live/index.js';
import { useAct } from '../../../../live/use-act.js';
import { Button } from '../../../../ui/button.js';
import { CheckList } from '../../../../ui/check-list.js';
import { Dialog } from '../../../../ui/dialog.js';
import { GroupSign } from '../../../../ui/group-sign.js';
import type { GroupView } from '../../../../ui/group.js';
import { QrCode } from '../../../../ui/qr-code.js';
import { ActNote } from '../../../../ui/staff/act-note.js';
import { TextField } from '../../../../ui/text-field.js';

type Code = RegistrationView['codes'][number];

const FIRST_LIMIT = 100;
const bearOpenCode = (groupId: string): Code => ({ groupId, code: newCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes))), limit: FIRST_LIMIT, used: 0 });

/** One open code: how many places it has, and, once it is saved, the QR for the wall. */
function CodeLine({ code, group, slug, isSaved, onChange, onDrop }: { code: Code; group: GroupView; slug: string; isSaved: boolean; onChange: (code: Code) => void; onDrop: () => void }) {
  const t = useText();
  const address = useAddress();
  const isWrong = code.limit < 1 || code.limit > LIMITS.openCodeSeats;
  return (
    <li className="open-code">
      {isSaved ? <QrCode value={`${address}/j/${slug}/new#${code.code}`} label={t('arrival.open.qr', { group: group.name })} /> : null}
      <div className="stack-2 grow">
        <p><GroupSign group={group} /></p>
        <p><code>{formatCode(code.code)}</code></p>
        <p className="sm soft">{isSaved ? `${withoutScheme(address)}/j/${slug}/new` : t('arrival.open.unsaved')}</p>
        <TextField compact inputMode="numeric" label={t('arrival.open.limit')} hint={t('arrival.open.used', { n: code.used })} value={code.limit === 0 ? '' : String(code.limit)} onChange={(text) => onChange({ ...code, limit: Number(text.replace(/\D/gu, '').slice(0, 5)) })} refusal={isWrong ? t('arrival.open.limit-wrong', { max: LIMITS.openCodeSeats }) : undefined} />
        <div className="row wrap"><Button mini onClick={() => onChange(bearOpenCode(code.groupId))}>{t('arrival.open.anew')}</Button><Button mini kind="quiet" onClick={onDrop}>{t('arrival.open.drop')}</Button></div>
      </div>
    </li>
  );
}

/** How people may register themselves: with approval into chosen groups, and by open codes. Nothing of it holds until it is saved. */
export function RegistrationDialog({ core, groups, onClose }: { core: CoreSlice; groups: readonly GroupView[]; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const saved = core.registration;
  const [approval, setApproval] = useState<readonly string[]>(saved?.approval ?? []);
  const [codes, setCodes] = useState<readonly Code[]>(saved?.codes ?? []);
  const isSaved = (code: Code) => saved?.codes.some((each) => each.code === code.code) === true;
  const usedOf = (code: Code) => saved?.codes.find((each) => each.code === code.code)?.used ?? 0;
  const isRight = codes.every(({ limit }) => limit >= 1 && limit <= LIMITS.openCodeSeats);
  const save = () => act.run('registration.set', { approval: [...approval], codes: codes.map(({ groupId, code, limit }) => ({ groupId, code, limit })) });
  const replace = (groupId: string, code: Code | null) => setCodes((now) => now.flatMap((each) => (each.groupId !== groupId ? [each] : code === null ? [] : [code])));
  return (
    <Dialog isOpen wide onClose={onClose} title={t('arrival.register')} actions={<><Button kind="primary" busy={act.isBusy} disabled={!isRight} onClick={() => { void save(); }}>{t('desk.save')}</Button><Button onClick={onClose}>{t('arrival.register.close')}</Button></>}>
      <section className="stack-2"><h3 className="label">{t('arrival.register.approval')}</h3><p className="sm soft">{t('arrival.register.approval-how')}</p><CheckList label={t('arrival.register.approval')} items={groups.map((group) => ({ value: group.id, label: <GroupSign group={group} /> }))} value={approval} onChange={setApproval} /></section>
      <section className="stack-2 rule">
        <h3 className="label">{t('arrival.open')}</h3><p className="sm soft">{t('arrival.open.how')}</p>
        <ul className="items">{codes.map((code) => { const group = groups.find(({ id }) => id === code.groupId); return group === undefined ? null : <CodeLine key={code.groupId} code={{ ...code, used: usedOf(code) }} group={group} slug={core.setup?.slug ?? ''} isSaved={isSaved(code)} onChange={(next) => replace(code.groupId, next)} onDrop={() => replace(code.groupId, null)} />; })}</ul>
        <div className="row wrap">{groups.filter(({ id }) => !codes.some(({ groupId }) => groupId === id)).map((group) => <Button key={group.id} mini onClick={() => setCodes((now) => [...now, bearOpenCode(group.id)])}>{t('arrival.open.add', { group: group.name })}</Button>)}</div>
      </section>
      <ActNote act={act} />
    </Dialog>
  );
}
