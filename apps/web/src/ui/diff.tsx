import { useText } from '../i18n/provider.js';
import './diff.css';

export interface DiffOp { kind: 'same' | 'added' | 'removed'; text: string }

/** A text with what was removed struck and what was added underlined; a screen reader hears where each change begins and ends. */
export function Diff({ ops, lang }: { ops: readonly DiffOp[]; lang?: string | undefined }) {
  const t = useText();
  return (
    <p className="diff" lang={lang}>
      {ops.map((op, index) => {
        if (op.kind === 'same') return <span key={index}>{op.text}</span>;
        const Mark = op.kind === 'added' ? 'ins' : 'del';
        return <Mark key={index}><span className="sr-only">{t(op.kind === 'added' ? 'ui.diff.added' : 'ui.diff.removed')} </span>{op.text}<span className="sr-only"> {t('ui.diff.end')}</span></Mark>;
      })}
    </p>
  );
}
