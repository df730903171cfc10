import type { EvidenceView, ReservationView, Snapshot } from '@tegerek/contracts/wire';
import { withPanel, type Reducers } from './reducer.js';

const changeEvidence = (snapshot: Snapshot, panelId: string, evidenceId: string, change: (old: EvidenceView) => Partial<EvidenceView>): Snapshot =>
  withPanel(snapshot, panelId, ({ evidence }) => {
    const old = evidence[evidenceId];
    return old ? { evidence: { ...evidence, [evidenceId]: { ...old, ...change(old) } } } : {};
  });

/** What belonged to merged proposals goes on with the one that they became. */
export const moveEvidence = (snapshot: Snapshot, panelId: string, from: readonly string[], to: string): Snapshot =>
  withPanel(snapshot, panelId, ({ evidence }) => ({ evidence: Object.fromEntries(Object.entries(evidence).map(([id, each]) => [id, from.includes(each.proposalId) ? { ...each, proposalId: to } : each])) }));

export const evidenceReducers: Reducers<
  'evidence.attached' | 'evidence.withdrawn' | 'evidence.contested' | 'evidence.uncontested' | 'evidence.frozen' | 'reservation.recorded' | 'reservation.withdrawn'
> = {
  'evidence.attached': (snapshot, data, { at }) => withPanel(snapshot, data.panelId, ({ evidence }) => ({ evidence: { ...evidence, [data.evidenceId]: { ...data, contests: [], at } } })),
  'evidence.withdrawn': (snapshot, { panelId, evidenceId }) => withPanel(snapshot, panelId, ({ evidence: { [evidenceId]: _, ...evidence } }) => ({ evidence })),
  'evidence.contested': (snapshot, { panelId, evidenceId, seatId, groupId, reason }) =>
    changeEvidence(snapshot, panelId, evidenceId, ({ contests }) => ({ contests: [...contests.filter((each) => each.seatId !== seatId), { seatId, groupId, reason }] })),
  'evidence.uncontested': (snapshot, { panelId, evidenceId, seatId }) => changeEvidence(snapshot, panelId, evidenceId, ({ contests }) => ({ contests: contests.filter((each) => each.seatId !== seatId) })),
  'evidence.frozen': (snapshot, { panelId, versionId, notes }) => withPanel(snapshot, panelId, (panel) => ({ notes: { ...panel.notes, [versionId]: notes } })),
  'reservation.recorded': (snapshot, { panelId, ...data }, { at }) => withPanel(snapshot, panelId, ({ reservations }) => ({ reservations: { ...reservations, [data.reservationId]: { ...data, at } satisfies ReservationView } })),
  'reservation.withdrawn': (snapshot, { panelId, reservationId }) => withPanel(snapshot, panelId, ({ reservations: { [reservationId]: _, ...reservations } }) => ({ reservations })),
};
