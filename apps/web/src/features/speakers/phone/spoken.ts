import type { PanelHead } from '@tegerek/contracts/wire';
import { spentOf } from '@tegerek/rules';

/** Milliseconds spoken by group, the running turn included, at the server's instant `now`. Seats without a group are left out. */
export function spokenUntil(panel: Pick<PanelHead, 'spokenMs' | 'turn'>, now: number): Record<string, number> {
  const spoken = Object.fromEntries(Object.entries(panel.spokenMs).filter(([group]) => group !== ''));
  if (panel.turn !== null && panel.turn.groupId !== null) spoken[panel.turn.groupId] = (spoken[panel.turn.groupId] ?? 0) + spentOf(panel.turn, now);
  return spoken;
}
