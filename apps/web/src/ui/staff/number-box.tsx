import { useId, useState } from 'react';
import { useFormat, useText } from '../../i18n/provider.js';
import { RefusalNote } from '../field.js';

/** A number written in digits, with or without spaces; `NaN`: anything else, an empty text too. */
export const digitsOf = (text: string): number => (/^\d+$/u.test(text.replace(/\s/gu, '')) ? Number(text.replace(/\s/gu, '')) : Number.NaN);

export interface NumberBoxProps {
  /** Its name; absent where a label names it by `id`. */
  label?: string;
  id?: string;
  /** `undefined`: empty. `NaN`: what is typed is no such number. */
  value: number | undefined;
  least: number;
  most: number;
  onChange: (value: number) => void;
  /** An empty box is a value of its own. */
  onEmpty?: () => void;
  /** On leaving, a wrong text gives way to the last right number: what is seen is what holds. Else it stays until it is mended. */
  reverts?: boolean;
}

/** A small box for one whole number. What is typed is never read as something else: a wrong text stays as it is, with what would be right below it. */
export function NumberBox({ label, id, value, least, most, onChange, onEmpty, reverts = false }: NumberBoxProps) {
  const t = useText();
  const { number } = useFormat();
  const noteId = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const type = (text: string) => {
    const n = digitsOf(text);
    if (text.trim() === '' && onEmpty !== undefined) { setWrong(null); onEmpty(); return; }
    const isRight = n >= least && n <= most;
    setWrong(isRight ? null : text);
    if (isRight) onChange(n);
    else if (!reverts) onChange(Number.NaN);
  };
  const isWrong = wrong !== null && (reverts || Number.isNaN(value));
  return (
    <>
      <input
        className="numbox" inputMode="numeric" {...(label === undefined ? {} : { 'aria-label': label })} {...(id === undefined ? {} : { id })} value={isWrong ? wrong : value ?? ''} onChange={(event) => type(event.target.value)}
        onBlur={() => { if (reverts) setWrong(null); }} {...(isWrong ? { 'aria-invalid': true as const, 'aria-describedby': noteId } : {})}
      />
      {isWrong ? <RefusalNote id={noteId}>{t('ui.number.wrong', { least: number(least), most: number(most) })}</RefusalNote> : null}
    </>
  );
}
