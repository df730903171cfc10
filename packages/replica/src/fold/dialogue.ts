import type { PanelHead, PanelSetup } from '@tegerek/contracts/wire';
import { emptyPanel, withCore, withHead, withPanel, type Reducers } from './reducer.js';

const newHead = (setup: PanelSetup): PanelHead => ({ ...setup, phase: 'scheduled', rev: 0, entered: {}, turn: null, poll: null, spokenMs: {} });

export const dialogueReducers: Reducers<
  'dialogue.created' | 'dialogue.edited' | 'dialogue.groups-set' | 'dialogue.rule-set' | 'dialogue.opened' | 'dialogue.closed' | 'panel.set' | 'panel.phase-moved'
> = {
  'dialogue.created': (snapshot, data) => ({
    core: {
      ...snapshot.core, setup: data.setup, groups: data.groups, rule: data.rule, demo: data.demo, rehearsal: data.rehearsal,
      panels: Object.fromEntries(data.panels.map((panel) => [panel.id, newHead(panel)])),
    },
    panels: Object.fromEntries(data.panels.map((panel) => [panel.id, emptyPanel(panel.id)])),
  }),
  'dialogue.edited': (snapshot, setup) => withCore(snapshot, { setup }),
  'dialogue.groups-set': (snapshot, { groups }) => withCore(snapshot, { groups }),
  'dialogue.rule-set': (snapshot, { rule }) => withCore(snapshot, { rule }),
  'dialogue.opened': (snapshot) => withCore(snapshot, { phase: 'open' }),
  'dialogue.closed': (snapshot) => withCore(snapshot, { phase: 'closed' }),
  'panel.set': (snapshot, setup) => {
    if (snapshot.core.panels[setup.id]) return withHead(snapshot, setup.id, () => setup);
    const added = withCore(snapshot, { panels: { ...snapshot.core.panels, [setup.id]: newHead(setup) } });
    // a new panel has no past: whoever sees it appear holds all of it
    return { ...added, panels: { ...added.panels, [setup.id]: emptyPanel(setup.id) } };
  },
  'panel.phase-moved': (snapshot, { panelId, from, to, rev, reason }, { at }) => {
    const moved = withHead(snapshot, panelId, (head) => ({ phase: to, rev, entered: { ...head.entered, [to]: at } }));
    return withPanel(moved, panelId, ({ moves }) => ({ moves: [...moves, { at, from, to, reason }] }));
  },
};
