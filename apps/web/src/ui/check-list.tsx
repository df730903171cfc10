import type { ReactNode } from 'react';
import { IconCheck } from './icons/index.js';
import './choice.css';

export interface CheckProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  /** What it means or what follows, in a smaller line. */
  note?: ReactNode | undefined;
  disabled?: boolean | undefined;
}

/** One box with its words; the whole line is the target. */
export function Check({ checked, onChange, label, note, disabled }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} /><IconCheck />
      <span>{label}{note === undefined ? null : <span className="note-line">{note}</span>}</span>
    </label>
  );
}

export interface CheckItem<V extends string> { value: V; label: ReactNode; note?: ReactNode; disabled?: boolean }

/** Consents, filters of several, recipients: each box acts for itself. */
export function CheckList<V extends string>({ label, items, value, onChange }: { label: string; items: readonly CheckItem<V>[]; value: readonly V[]; onChange: (value: V[], changed: V) => void }) {
  return (
    <ul className="checks" aria-label={label}>
      {items.map((item) => (
        <li key={item.value}>
          <Check
            label={item.label} note={item.note} disabled={item.disabled} checked={value.includes(item.value)}
            onChange={(checked) => onChange(items.map((each) => each.value).filter((each) => (each === item.value ? checked : value.includes(each))), item.value)}
          />
        </li>
      ))}
    </ul>
  );
}
