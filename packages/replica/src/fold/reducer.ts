import type { EventData, EventType, PanelSlice, Snapshot } from '@tegerek/contracts/wire';

/** Facts of the entry around an event. */
export interface Meta {
  seq: number;
  /** Server instant, ms. */
  at: number;
}

/** Pure: returns a new snapshot that shares what did not change. */
export type Reducer<T extends EventType> = (snapshot: Snapshot, data: EventData<T>, meta: Meta) => Snapshot;
export type Reducers<T extends EventType> = { [K in T]: Reducer<K> };

export const withCore = (snapshot: Snapshot, change: Partial<Snapshot['core']>): Snapshot => ({ ...snapshot, core: { ...snapshot.core, ...change } });

/** Changes one panel slice; a slice that this replica does not hold stays absent. */
export function withPanel(snapshot: Snapshot, panelId: string, change: (panel: PanelSlice) => Partial<PanelSlice>): Snapshot {
  const panel = snapshot.panels[panelId];
  if (!panel) return snapshot;
  return { ...snapshot, panels: { ...snapshot.panels, [panelId]: { ...panel, ...change(panel) } } };
}

export function withHead(snapshot: Snapshot, panelId: string, change: (head: Snapshot['core']['panels'][string]) => Partial<Snapshot['core']['panels'][string]>): Snapshot {
  const head = snapshot.core.panels[panelId];
  if (!head) return snapshot;
  return withCore(snapshot, { panels: { ...snapshot.core.panels, [panelId]: { ...head, ...change(head) } } });
}

export const emptyPanel = (panelId: string): PanelSlice => ({ panelId, questions: {}, hands: [], turns: [], proposals: {}, translations: {}, amendments: {}, lineUps: {}, evidence: {}, notes: {}, reservations: {}, minutes: [], moves: [], polls: {}, holder: null, blockReasons: {}, pullAsked: [], paperSeats: {} });

export const emptySnapshot = (dialogueId: string): Snapshot => ({
  core: {
    dialogueId, setup: null, phase: 'draft', demo: false, rehearsal: false, groups: [], rule: null, panels: {}, seatsByGroup: {}, presentByGroup: {}, staff: {},
    votes: {}, agendas: {}, screens: {}, shown: {}, shownBefore: {}, resolutions: [], registration: null, frame: {},
  },
  panels: {},
});

/** Adds to a figure by group; seats without a group count nowhere. */
export function bump(figures: Record<string, number>, groupId: string | null, by: number): Record<string, number> {
  return groupId === null ? figures : { ...figures, [groupId]: (figures[groupId] ?? 0) + by };
}
