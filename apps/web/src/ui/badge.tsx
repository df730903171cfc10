import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import './status.css';

export type TagTone = 'plain' | 'live' | 'ok' | 'warn' | 'bad';

/** A state in a word, with an icon where it helps. Tone never stands alone. */
export function Tag({ tone = 'plain', icon, children }: { tone?: TagTone; icon?: ReactNode; children: ReactNode }) {
  return <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>{icon}{children}</span>;
}

/** As the tally package names them. */
export type Grade = 'consensus' | 'broad-agreement' | 'majority' | 'not-adopted' | 'not-adopted-no-quorum' | 'undecided';

const MARKS: Record<Grade, string> = { consensus: 'consensus', 'broad-agreement': 'broad', majority: 'majority', 'not-adopted': 'none', 'not-adopted-no-quorum': 'none', undecided: 'none' };

/** The grade of a decision: its word, and the circle filled, closed, open or dotted. */
export function GradeMark({ grade }: { grade: Grade }) {
  const t = useText();
  return <span className={`grade ${MARKS[grade]}`}>{t(`grade.${grade}`)}</span>;
}
