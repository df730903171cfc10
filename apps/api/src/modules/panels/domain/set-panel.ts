import { LIMITS, type PanelPhase, type PanelSetup, type Refusal } from '@tegerek/contracts';

export interface KnownPanels {
  panels: readonly { id: string; number: number; phase: PanelPhase }[];
  /** Seats named in the set-up that the dialogue does not have. */
  missingSeats: readonly string[];
}

/** Whether a panel may be added or changed so. */
export function checkPanel(setup: PanelSetup, known: KnownPanels): Refusal | null {
  const old = known.panels.find((panel) => panel.id === setup.id);
  if (old?.phase === 'closed') return { code: 'panel.phase', details: { phase: 'closed' } };
  if (!old && known.panels.length >= LIMITS.panels) return { code: 'request.invalid', path: 'id', details: { reason: 'too-many', max: LIMITS.panels } };
  if (known.panels.some((panel) => panel.id !== setup.id && panel.number === setup.number)) return { code: 'request.invalid', path: 'number', details: { reason: 'taken' } };
  for (const list of ['moderators', 'rapporteurs', 'panellists'] as const) {
    if (setup[list].some((seatId) => known.missingSeats.includes(seatId))) return { code: 'request.not-found', path: list };
  }
  return null;
}
