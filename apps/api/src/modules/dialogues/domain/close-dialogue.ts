import type { PanelPhase, Refusal } from '@tegerek/contracts';

/** Panels that began must be closed first, votes counted; a panel that never began keeps nothing open. */
export function closeDialogue(panels: readonly { number: number; phase: PanelPhase }[], hasOpenVote: boolean): Refusal | null {
  const open = panels.filter((panel) => panel.phase !== 'closed' && panel.phase !== 'scheduled').map((panel) => panel.number).sort((a, b) => a - b);
  return open.length > 0 || hasOpenVote ? { code: 'dialogue.panels-open', details: { panels: open, hasOpenVote } } : null;
}
