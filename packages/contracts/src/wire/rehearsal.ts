import type { RehearsalRequest } from '../schema/rehearsals.js';
import type { DecisionRule, DialogueSetup, Group, PanelSetup } from '../schema/types.js';
import type { PanelPhase } from './values.js';

/** What a rehearsal is made from: another dialogue without its people. */
export interface RehearsedProgramme {
  setup: DialogueSetup;
  groups: Group[];
  panels: PanelSetup[];
  rule: DecisionRule;
}

/** How far a rehearsal is. `panel`: its number. */
export type RehearsalStep =
  | { kind: 'joined'; people: number }
  | { kind: 'phase'; panel: number; phase: PanelPhase }
  | { kind: 'counted'; panel: number; vote: string }
  | { kind: 'published' };

/** A way in for who looks on: the secret of a synthetic seat. */
export interface RehearsalLink {
  role: 'organizer' | 'moderator' | 'rapporteur' | 'participant';
  /** Of the panel that is run; of a participant 0. */
  panel: number;
  path: string;
}

/** A rehearsal of a dialogue as the organizer's desk shows it. `left`: another start of the server ran it; how far it came is not remembered. */
export interface RehearsalRun extends RehearsalRequest {
  slug: string;
  state: 'preparing' | 'running' | 'ended' | 'stopped' | 'failed' | 'left';
  startedAt: number;
  panels: number;
  closed: number;
  step: RehearsalStep | null;
  links: RehearsalLink[];
  /** What the verifier or the synthetic participants found wrong; for support, not translated. */
  faults: string[];
}
