import { randomUUID } from 'node:crypto';
import { DESCRIPTION, GOALS, GROUPS, HALL, PANELS, PLACE, PRIVACY_NOTICE, TITLE } from '@tegerek/api/demo/dialogue-texts';
import type { DecisionRule, PanelSetup, RehearsedProgramme } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';

/** The demo's programme, on a day. */
export function demoProgramme(date: string): RehearsedProgramme {
  const groups = GROUPS.map(({ key: _, ...group }) => ({ id: randomUUID(), ...group }));
  const panels = PANELS.map((panel, i): PanelSetup => ({ id: randomUUID(), number: i + 1, ...panel, hall: HALL, moderators: [], rapporteurs: [], panellists: [], premoderation: i % 2 === 0 }));
  return {
    groups, panels, rule: structuredClone(defaultRule(groups.map(({ id }) => id))) as DecisionRule,
    setup: { slug: '', title: TITLE, goals: GOALS, description: DESCRIPTION, place: PLACE, timeZone: 'Asia/Bishkek', languages: ['ru', 'ky', 'en'], contacts: [], privacyNotice: PRIVACY_NOTICE, date },
  };
}

/** The same with ids of its own and nobody in it: no staff, no panellist, no press contact. `dialogueId` names it. */
export function copyOf({ setup, groups, panels, rule }: RehearsedProgramme, dialogueId: string): RehearsedProgramme {
  const ids = new Map([...groups, ...panels].map(({ id }) => [id, randomUUID()]));
  const anew = (id: string): string => ids.get(id) ?? id;
  return {
    setup: { ...setup, slug: `rehearsal-${dialogueId.slice(0, 8)}`, contacts: [] }, groups: groups.map((group) => ({ ...group, id: anew(group.id) })),
    panels: [...panels].sort((a, b) => a.number - b.number).map((panel) => ({ ...panel, id: anew(panel.id), moderators: [], rapporteurs: [], panellists: [] })),
    // groups stand in a rule as values and as keys
    rule: JSON.parse(JSON.stringify(rule).replace(/"([0-9a-f-]{36})"/gu, (_, id: string) => JSON.stringify(anew(id)))) as DecisionRule,
  };
}
