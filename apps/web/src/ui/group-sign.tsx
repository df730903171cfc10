import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { toneClass, type GroupView } from './group.js';
import './group-sign.css';

/** The group's seat and its name. */
export function GroupSign({ group, children }: { group: GroupView; children?: ReactNode }) {
  return <span className={classes('grp', toneClass(group.tone))}><bdi>{group.name}</bdi>{children}</span>;
}

/** Only the seat with the group's letters, for narrow tables; the name is read out. */
export function GroupPlate({ group }: { group: GroupView }) {
  return <span className={classes('grp-plate', toneClass(group.tone))} role="img" aria-label={group.name} title={group.name}><span>{group.sign}</span></span>;
}

export interface GroupFigure {
  group: GroupView;
  value: number;
  base: number;
  /** A consequence in words: «кворум есть, нужно 9». */
  note?: ReactNode;
  /** Too few to show. */
  hidden?: boolean;
}

/** «Власть 16 из 18», a line per group, beside or under a ring. `table` sets the figures and notes in columns. */
export function GroupFigures({ figures, table = false }: { figures: readonly GroupFigure[]; table?: boolean }) {
  const t = useText();
  return (
    <ul className={classes('figures', table && 'table')}>
      {figures.map(({ group, value, base, note, hidden }) => (
        <li key={group.id}>
          <GroupSign group={group} />
          <span className="value">{hidden === true ? t('ui.figure.hidden') : t('ui.figure', { value, base })}</span>
          {note === undefined ? null : <span className="fig-note">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
