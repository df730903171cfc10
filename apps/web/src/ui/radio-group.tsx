import { useId, type ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import './choice.css';

export interface RadioOption<V extends string> { value: V; label: ReactNode; icon?: ReactNode; note?: ReactNode; disabled?: boolean }

export interface RadioGroupProps<V extends string> {
  /** Names the group; hidden when the screen's heading already says it. */
  label: ReactNode;
  labelHidden?: boolean | undefined;
  options: readonly RadioOption<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** `ballot`: 56 px, heavy; `plain`: 48 px, running text. */
  look?: 'ballot' | 'plain' | undefined;
  disabled?: boolean | undefined;
}

/** Equal choices, one to be picked; native radio buttons, so arrows move and a screen reader counts. */
export function RadioGroup<V extends string>({ label, labelHidden = false, options, value, onChange, look = 'ballot', disabled = false }: RadioGroupProps<V>) {
  const t = useText();
  const name = useId();
  return (
    <fieldset className={classes('ballot', look === 'plain' && 'plain')} disabled={disabled}>
      <legend className={labelHidden ? 'sr-only' : 'label'}>{label}</legend>
      {options.map((option) => {
        const isOn = option.value === value;
        const isOff = !isOn && (disabled || option.disabled === true);
        return (
          <label key={option.value} className={classes('choice', isOn && 'on', isOff && 'off')}>
            <input type="radio" name={name} checked={isOn} disabled={option.disabled} onChange={() => onChange(option.value)} />
            {option.icon}
            <span className="grow">{option.label}{option.note === undefined ? null : <span className="note-line">{option.note}</span>}</span>
            {isOn ? <span className="pick" aria-hidden>{t('ui.chosen')}</span> : null}
          </label>
        );
      })}
    </fieldset>
  );
}

export interface SegmentedProps<V extends string> {
  label: string;
  options: readonly { value: V; label: ReactNode; lang?: string }[];
  value: V;
  onChange: (value: V) => void;
}

/** Two to four short words in one line; native radio buttons too. */
export function Segmented<V extends string>({ label, options, value, onChange }: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset className="seg">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'on' : undefined} lang={option.lang}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />{option.label}
        </label>
      ))}
    </fieldset>
  );
}
