import { useId, type ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import { IconAlertTriangle } from './icons/index.js';
import './field.css';

export interface FieldProps {
  label: ReactNode;
  /** What to write, in one line under the field. */
  hint?: ReactNode | undefined;
  /** What is wrong and what to do. Stands under the field and is read with it. */
  refusal?: ReactNode | undefined;
  /** Marks the field as one that may stay empty. */
  optional?: boolean | undefined;
  /** The label stays for screen readers only (a search field with its icon). */
  labelHidden?: boolean | undefined;
  compact?: boolean | undefined;
}

/** What the control inside must carry. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface FrameProps extends FieldProps {
  /** Right of the hint, such as the count of characters. */
  counter?: ReactNode | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** Label, control, hint, refusal: one wiring for every kind of field. */
export function Field({ label, hint, refusal, optional = false, labelHidden = false, compact = false, counter, children }: FrameProps) {
  const t = useText();
  const id = useId();
  const hasHint = hint !== undefined || counter !== undefined;
  const isRefused = refusal !== undefined && refusal !== null && refusal !== '';
  const described = [hasHint && `${id}h`, isRefused && `${id}r`].filter(Boolean).join(' ');
  return (
    <div className={compact ? 'field compact' : 'field'}>
      <label className={labelHidden ? 'sr-only' : 'label'} htmlFor={id}>{label}{optional ? <span className="opt">{t('ui.optional')}</span> : null}</label>
      {children({ id, ...(described === '' ? {} : { 'aria-describedby': described }), ...(isRefused ? { 'aria-invalid': true } : {}) })}
      {isRefused ? <RefusalNote id={`${id}r`}>{refusal}</RefusalNote> : null}
      {hasHint ? <p className="hint" id={`${id}h`}><span>{hint}</span>{counter}</p> : null}
    </div>
  );
}

/** A refusal in words beside what it is about; announced once when it appears. */
export function RefusalNote({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return <p className="refuse" id={id} role="alert"><IconAlertTriangle /><span>{children}</span></p>;
}
