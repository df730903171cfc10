import type { ReactNode } from 'react';
import { IconArrowUp } from './icons/index.js';
import './support-button.css';

/** A count that one's own tap raises or takes back. `label` says both: «Поддержать, сейчас 22». */
export function SupportButton({ count, isOn, onToggle, label }: { count: ReactNode; isOn: boolean; onToggle?: (() => void) | undefined; label: string }) {
  return <button type="button" className="sup" aria-pressed={isOn} aria-label={label} disabled={onToggle === undefined} onClick={onToggle}><IconArrowUp /><span className="num">{count}</span></button>;
}
