import type { ComponentProps } from 'react';
import { useFormat, useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { Field, type FieldProps } from './field.js';

interface Typed extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Most characters (code points). Shown before it is hit; typing beyond is allowed and marked, nothing typed is lost. */
  limit?: number | undefined;
}

/** Characters as the server counts them: code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  return [...text].length;
}

const NEAR = 0.8;

function Counter({ value, limit }: { value: string; limit: number }) {
  const t = useText();
  const { number } = useFormat();
  const used = countCharacters(value);
  const left = limit - used;
  const words = left < 0 ? t('ui.field.over', { over: -left }) : t('ui.field.left', { left });
  return (
    <>
      <span className={classes('count', left < 0 && 'over-limit')} aria-hidden>{left < 0 ? words : `${number(used)} / ${number(limit)}`}</span>
      <span className="sr-only" aria-live="polite">{used >= limit * NEAR ? words : ''}</span>
    </>
  );
}

type InputAttributes = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'style' | 'id'>;

/** One line of text: also search, e-mail, numbers by `inputMode`. */
export function TextField({ label, hint, refusal, optional, labelHidden, compact, value, onChange, limit, className, ...rest }: Typed & InputAttributes) {
  return (
    <Field {...{ label, hint, refusal, optional, labelHidden, compact }} counter={limit === undefined ? undefined : <Counter value={value} limit={limit} />}>
      {(control) => <input type="text" {...rest} {...control} className={classes('input', className)} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

type AreaAttributes = Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'style' | 'id'>;

/** Several lines; grows with its text where the browser can. */
export function TextArea({ label, hint, refusal, optional, labelHidden, compact, value, onChange, limit, className, rows = 4, ...rest }: Typed & AreaAttributes) {
  return (
    <Field {...{ label, hint, refusal, optional, labelHidden, compact }} counter={limit === undefined ? undefined : <Counter value={value} limit={limit} />}>
      {(control) => <textarea rows={rows} {...rest} {...control} className={classes('input', className)} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
