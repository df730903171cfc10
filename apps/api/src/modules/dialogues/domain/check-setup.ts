import type { DialogueSetup, Group, PanelSetup, Refusal } from '@tegerek/contracts';

const firstTwice = <T>(values: readonly T[]): number => values.findIndex((value, i) => values.indexOf(value) !== i);

/** What the schema cannot see of a dialogue's programme. */
export function checkSetup(setup: DialogueSetup): Refusal | null {
  if (!isTimeZone(setup.timeZone)) return { code: 'request.invalid', path: 'timeZone', details: { reason: 'unknown' } };
  const twice = firstTwice(setup.languages);
  return twice < 0 ? null : { code: 'request.invalid', path: `languages.${twice}`, details: { reason: 'twice' } };
}

export function checkGroups(groups: readonly Group[]): Refusal | null {
  const twice = firstTwice(groups.map((group) => group.id));
  return twice < 0 ? null : { code: 'request.invalid', path: `groups.${twice}.id`, details: { reason: 'twice' } };
}

/** Panels that come with a new dialogue. The seats that they name are added after it, so they are not looked up. */
export function checkFirstPanels(panels: readonly PanelSetup[]): Refusal | null {
  const [sameId, sameNumber] = [firstTwice(panels.map((panel) => panel.id)), firstTwice(panels.map((panel) => panel.number))];
  if (sameId >= 0) return { code: 'request.invalid', path: `panels.${sameId}.id`, details: { reason: 'twice' } };
  if (sameNumber >= 0) return { code: 'request.invalid', path: `panels.${sameNumber}.number`, details: { reason: 'twice' } };
  return null;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
