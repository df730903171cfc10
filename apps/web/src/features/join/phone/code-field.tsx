import { useEffect, useState } from 'react';
import { useText } from '../../../i18n/index.js';
import { TextField } from '../../../ui/text-field.js';

type Parse = (typed: string) => string | null;

/** The check of a code, loaded beside the page: cryptography is not needed to show a field. */
export function useCodeCheck(): Parse | null {
  const [parse, setParse] = useState<Parse | null>(null);
  useEffect(() => { void import('@tegerek/ballot').then((ballot) => setParse(() => ballot.parseCode), () => undefined); }, []);
  return parse;
}

const LENGTH = 14;

/** As on the badge: `XXXXX-XXXXX-XXXX`. What was typed beyond is kept, so that a slip can be seen. */
export function groupCode(typed: string): string {
  const signs = [...typed.toUpperCase().replace(/[\s\-–—_.]/gu, '')];
  return [signs.slice(0, 5), signs.slice(5, 10), signs.slice(10)].map((part) => part.join('')).filter((part) => part !== '').join('-');
}

export const signsIn = (typed: string): number => typed.replace(/[\s\-–—_.]/gu, '').length;

export interface CodeFieldProps {
  value: string;
  onChange: (value: string) => void;
  parse: Parse | null;
  /** What the server said. */
  refusal: string | null;
}

/** The personal code: says while one types how much is missing, and at once when a character cannot be right. */
export function CodeField({ value, onChange, parse, refusal }: CodeFieldProps) {
  const t = useText();
  const typed = signsIn(value);
  const isWrong = parse !== null && typed >= LENGTH && parse(value) === null;
  const left = LENGTH - typed;
  return (
    <TextField
      label={t('p.join.code')} value={value} onChange={(next) => onChange(groupCode(next))} className="code-input" placeholder="XXXXX-XXXXX-XXXX"
      autoComplete="off" autoCapitalize="characters" autoCorrect="off" spellCheck={false} inputMode="text" enterKeyHint="go"
      hint={left > 0 ? t('p.join.code.left', { left }) : t('p.join.code.letters')}
      refusal={refusal ?? (isWrong ? t(typed > LENGTH ? 'p.join.code.long' : 'p.join.code.check') : undefined)}
    />
  );
}
