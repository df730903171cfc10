import { useState } from 'react';
import type { PanelHead, PanelSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useCore, useMe } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../../ui/dialog.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { PersonName, usePersonName } from '../../../ui/staff/person.js';

export type LeadAct = 'take' | 'give' | null;

export interface LeadProps { panel: PanelHead; slice: PanelSlice | undefined; mayLead: boolean; open: LeadAct; setOpen: (act: LeadAct) => void }

/** Who leads this panel, seen by all its staff, and the way to take it over or hand it on. It locks nobody out. */
export function Lead({ panel, slice, mayLead, open, setOpen }: LeadProps) {
  const t = useText();
  const me = useMe();
  const act = useAct();
  const holder = slice?.holder ?? null;
  const name = usePersonName(holder);
  if (slice === undefined || me === null) return null;
  const isMine = holder === me.seatId;
  const take = () => act.run('console.hand-over', { panelId: panel.id, from: holder, to: me.seatId });
  const close = () => { act.clear(); setOpen(null); };
  return (
    <span className="lead">
      <span role="status">{holder === null ? t('lead.nobody') : isMine ? t('lead.me') : t('lead.who', { name })}</span>
      {mayLead ? <Button mini kind="quiet" kbd={isMine ? undefined : 'G'} busy={act.isBusy} onClick={() => { if (isMine) setOpen('give'); else if (holder === null) void take(); else setOpen('take'); }}>{t(isMine ? 'lead.give' : 'lead.take')}</Button> : null}
      {open === 'take' && !isMine ? (
        <ConfirmDialog
          isOpen onClose={close} title={t('lead.take.title')} confirm={t('lead.take')} busy={act.isBusy}
          effect={<div className="stack-2"><p>{holder === null ? t('lead.nobody') : t('lead.take.effect', { name })}</p><ActNote act={act} /></div>}
          onConfirm={() => { void take().then((done) => { if (done) close(); }); }}
        />
      ) : null}
      {open === 'give' && isMine ? <GiveDialog panel={panel} mine={me.seatId} onClose={close} /> : null}
    </span>
  );
}

const NOBODY = '-';

function GiveDialog({ panel, mine, onClose }: { panel: PanelHead; mine: string; onClose: () => void }) {
  const t = useText();
  const core = useCore();
  const act = useAct();
  const [to, setTo] = useState(NOBODY);
  const organizers = Object.entries(core?.staff ?? {}).filter(([, roles]) => roles.includes('organizer')).map(([seatId]) => seatId);
  const others = [...new Set([...panel.moderators, ...organizers])].filter((seatId) => seatId !== mine);
  const give = async () => { if (await act.run('console.hand-over', { panelId: panel.id, from: mine, to: to === NOBODY ? null : to })) onClose(); };
  return (
    <Dialog isOpen onClose={onClose} title={t('lead.give.title')} actions={<><Button kind="primary" busy={act.isBusy} onClick={() => { void give(); }}>{t('lead.give')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <RadioGroup look="plain" label={t('lead.give.title')} labelHidden value={to} onChange={setTo} options={[...others.map((seatId) => ({ value: seatId, label: <PersonName seatId={seatId} /> })), { value: NOBODY, label: t('lead.give.release') }]} />
      <ActNote act={act} />
    </Dialog>
  );
}
