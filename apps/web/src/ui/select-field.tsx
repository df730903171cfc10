import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import { Field, type FieldProps } from './field.js';
import { IconChevronDown } from './icons/index.js';

export interface Option { value: string; label: string; disabled?: boolean }

export interface SelectFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** Shown while nothing is chosen; default «Выберите». `null`: there is always a choice. */
  placeholder?: string | null | undefined;
  disabled?: boolean | undefined;
}

/** The platform's own list: it works with one thumb, a keyboard and a screen reader. */
export function SelectField({ value, onChange, options, placeholder, disabled, ...field }: SelectFieldProps): ReactNode {
  const t = useText();
  return (
    <Field {...field}>
      {(control) => (
        <span className="select-wrap">
          <select {...control} className="input" value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
            {placeholder === null ? null : <option value="">{placeholder ?? t('ui.field.choose')}</option>}
            {options.map((option) => <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>)}
          </select>
          <IconChevronDown />
        </span>
      )}
    </Field>
  );
}
