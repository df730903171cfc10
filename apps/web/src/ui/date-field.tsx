import { useFormat } from '../i18n/provider.js';
import { Field, type FieldProps } from './field.js';

export interface DateFieldProps extends FieldProps {
  /** `2026-04-24`, or empty. */
  value: string;
  onChange: (value: string) => void;
  min?: string | undefined;
  max?: string | undefined;
}

/** The platform's own date picker. It writes dates its own way, so the chosen day stands beside it in the reader's language. */
export function DateField({ value, onChange, min, max, hint, ...field }: DateFieldProps) {
  const { date } = useFormat();
  return (
    <Field {...field} hint={value === '' ? hint : date(value, 'long')}>
      {(control) => <input {...control} type="date" className="input" value={value} min={min} max={max} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

/** Hours and minutes, `09:30`. */
export function TimeField({ value, onChange, ...field }: FieldProps & { value: string; onChange: (value: string) => void }) {
  return <Field {...field}>{(control) => <input {...control} type="time" className="input" value={value} onChange={(event) => onChange(event.target.value)} />}</Field>;
}
