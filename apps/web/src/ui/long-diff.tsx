import { useState } from 'react';
import { useText } from '../i18n/provider.js';
import { Button } from './button.js';
import { Diff, type DiffOp } from './diff.js';
import { shortened } from './fold-diff.js';

/** Characters that are read at one glance; a longer change is folded first. */
const LONG = 500;
/** Characters beside a change that say where it stands. */
const AROUND = 60;
/** Characters of one piece that goes or comes. */
const PIECE = 180;

/** A change that may be long: what goes and comes with what stands beside it, and the whole text at a press. */
export function LongDiff({ ops, lang }: { ops: readonly DiffOp[]; lang?: string | undefined }) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const length = ops.reduce((sum, op) => sum + op.text.length, 0);
  if (length <= LONG) return <Diff ops={ops} lang={lang} />;
  return (
    <>
      <Diff ops={isWhole ? ops : shortened(ops, AROUND, PIECE)} lang={lang} />
      <div><Button mini kind="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{t(isWhole ? 'ui.diff.short' : 'ui.diff.whole')}</Button></div>
    </>
  );
}
