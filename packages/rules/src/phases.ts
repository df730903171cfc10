import { DIALOGUE_PHASES, PANEL_PHASES, type DialoguePhase, type PanelPhase } from '@tegerek/contracts/wire';

/** A panel goes one step forward, or one step back (with a reason, while nothing is open in it). */
export function panelStep(from: PanelPhase, to: PanelPhase): 'forward' | 'back' | null {
  const step = PANEL_PHASES.indexOf(to) - PANEL_PHASES.indexOf(from);
  return step === 1 ? 'forward' : step === -1 ? 'back' : null;
}

export const nextPanelPhase = (phase: PanelPhase): PanelPhase | null => PANEL_PHASES[PANEL_PHASES.indexOf(phase) + 1] ?? null;
export const previousPanelPhase = (phase: PanelPhase): PanelPhase | null => PANEL_PHASES[PANEL_PHASES.indexOf(phase) - 1] ?? null;

/** draft → open → closed → published, never back. */
export const dialogueStep = (from: DialoguePhase, to: DialoguePhase): boolean => DIALOGUE_PHASES.indexOf(to) - DIALOGUE_PHASES.indexOf(from) === 1;
