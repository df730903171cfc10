import { useState, type ReactNode } from 'react';
import { LIMITS, type PanelSlice, type ProposalView, type ReservationView, type SponsorCapacity } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { newId, useDraft, useLiveSpace } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { RefusalNote } from '../../../ui/field.js';
import { countCharacters, TextArea } from '../../../ui/text-field.js';
import { CapacityField, CapacityWord } from './capacity.js';

export const reservationsOf = ({ reservations }: PanelSlice, { proposalId }: ProposalView): ReservationView[] => Object.values(reservations).filter((each) => each.proposalId === proposalId).sort((a, b) => a.at - b.at);

/** Dissenting statements about what was adopted. */
export function Reservations({ slice, proposal, who, mayWithdraw }: { slice: PanelSlice; proposal: ProposalView; who: (seatId: string, groupId: string | null) => ReactNode; mayWithdraw: (reservation: ReservationView) => boolean }) {
  const t = useText();
  const act = useAct();
  const words = useRefusal();
  const all = reservationsOf(slice, proposal);
  if (all.length === 0) return null;
  return (
    <section className="stack-2">
      <h3 className="label">{t('draft.reservations', { n: all.length })}</h3>
      <ul className="evidence">
        {all.map((each) => (
          <li key={each.reservationId} className="stack-1">
            <p lang={each.language} className="preline"><bdi>{each.text}</bdi></p>
            <p className="meta-line">{who(each.seatId, each.groupId)}<CapacityWord capacity={each.capacity} />{each.organisation === '' ? null : <span><bdi>{each.organisation}</bdi></span>}<span>{t('draft.history.version', { n: each.version })}</span></p>
            {mayWithdraw(each) ? <p><Button mini kind="quiet" busy={act.isBusy} onClick={() => { void act.run('reservation.withdraw', { reservationId: each.reservationId }); }}>{t('draft.reservation.withdraw')}</Button></p> : null}
          </li>
        ))}
      </ul>
      {act.refusal === null ? null : <RefusalNote>{words(act.refusal)}</RefusalNote>}
    </section>
  );
}

/** Writes one; what is typed stays on this device until it is recorded. */
export function ReservationDialog({ proposal, before = '', onClose }: { proposal: ProposalView; /** What was said about an earlier version, to go on from. */ before?: string | undefined; onClose: () => void }) {
  const t = useText();
  const { locale } = useI18n();
  const words = useRefusal();
  const { store } = useLiveSpace();
  const act = useAct();
  const draft = useDraft(`${store.get().space}/${store.get().actor ?? ''}/reservation/${proposal.proposalId}`, before);
  const [capacity, setCapacity] = useState<SponsorCapacity>('group');
  const isFit = draft.value.trim() !== '' && countCharacters(draft.value) <= LIMITS.reservation;
  const send = async () => {
    if (!await act.run('reservation.record', { reservationId: newId(), proposalId: proposal.proposalId, capacity, text: draft.value, language: locale })) return;
    draft.clear();
    onClose();
  };
  const atText = act.refusal?.path === 'text' ? words(act.refusal) : undefined;
  return (
    <Dialog isOpen onClose={onClose} title={t('draft.reservation')} actions={<><Button kind="primary" busy={act.isBusy} disabled={!isFit} onClick={() => { void send(); }}>{t('draft.reservation.record')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <p className="soft">{t('draft.reservation.effect')}</p>
      <TextArea label={t('draft.reservation.text')} limit={LIMITS.reservation} rows={4} value={draft.value} onChange={draft.set} refusal={atText} />
      <CapacityField value={capacity} onChange={setCapacity} />
      {act.refusal === null || atText !== undefined ? null : <RefusalNote>{words(act.refusal)}</RefusalNote>}
    </Dialog>
  );
}
