import type { CoreSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { IconAlertTriangle, IconCheck } from '../../../ui/icons/index.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';

export interface CheckPoint {
  id: 'title' | 'place' | 'privacy' | 'groups' | 'seats' | 'panels' | 'moderators' | 'rapporteurs' | 'times' | 'rule' | 'screens' | 'languages';
  /** What is missing, counted; 0: done. */
  missing: number;
  section: 'setup' | 'people' | 'rule' | 'day';
  /** Without it the dialogue cannot open or nothing can be decided. */
  isNeeded: boolean;
}

/** What the day needs, and what is missing of it. */
export function checkPoints(core: CoreSlice): CheckPoint[] {
  const { setup, rule } = core;
  const panels = Object.values(core.panels);
  const languages = setup?.languages ?? [];
  const lacking = (texts: readonly (Readonly<Record<string, string | undefined>> | undefined)[]) => texts.reduce((sum, text) => sum + languages.filter((lang) => (text?.[lang] ?? '').trim() === '').length, 0);
  return [
    { id: 'panels', missing: panels.length === 0 ? 1 : 0, section: 'setup', isNeeded: true },
    { id: 'seats', missing: core.groups.filter((group) => (core.seatsByGroup[group.id] ?? 0) === 0).length, section: 'people', isNeeded: true },
    { id: 'moderators', missing: panels.filter((panel) => panel.moderators.length === 0).length, section: 'setup', isNeeded: false },
    { id: 'rapporteurs', missing: panels.filter((panel) => panel.rapporteurs.length === 0).length, section: 'setup', isNeeded: false },
    { id: 'times', missing: panels.filter((panel) => panel.startsAt === null).length, section: 'setup', isNeeded: false },
    { id: 'languages', missing: lacking([setup?.title, ...panels.map((panel) => panel.title), ...core.groups.map((group) => group.title)]), section: 'setup', isNeeded: false },
    { id: 'place', missing: Object.keys(setup?.place ?? {}).length === 0 ? 1 : 0, section: 'setup', isNeeded: false },
    { id: 'privacy', missing: Object.keys(setup?.privacyNotice ?? {}).length === 0 ? 1 : 0, section: 'setup', isNeeded: false },
    { id: 'rule', missing: rule === null || rule.requiredGroups.some((id) => !core.groups.some((group) => group.id === id)) ? 1 : 0, section: 'rule', isNeeded: true },
    { id: 'screens', missing: Object.keys(core.screens).length === 0 ? 1 : 0, section: 'day', isNeeded: false },
  ];
}

export const isPeopled = (core: CoreSlice): boolean => sumOf(core.seatsByGroup) > 0;

/** The checklist: what is done, and what is missing with the way to it. */
export function Checklist({ core, hrefOf }: { core: CoreSlice; hrefOf: (section: CheckPoint['section']) => string }) {
  const t = useText();
  const points = checkPoints(core);
  return (
    <section className="stack-2">
      <h2>{t('desk.check')}</h2>
      <ul className="check-points">
        {points.map(({ id, missing, section, isNeeded }) => (
          <li key={id} className={missing === 0 ? 'ok' : isNeeded ? 'needed' : 'warn'}>
            {missing === 0 ? <IconCheck label={t('desk.check.done')} /> : <IconAlertTriangle label={t(isNeeded ? 'desk.check.needed' : 'desk.check.missing')} />}
            {missing === 0 ? <span>{t(`desk.check.${id}`)}</span> : <a href={hrefOf(section)}>{t(`desk.lack.${id}`, { n: missing })}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
