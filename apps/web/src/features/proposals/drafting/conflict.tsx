import type { Lang } from '@tegerek/contracts/wire';
import { mergeWords } from '@tegerek/drafting';
import { useState } from 'react';
import { useText } from '../../../i18n/provider.js';
import { Button } from '../../../ui/button.js';
import { TextDiff } from './field-diffs.js';

export interface ConflictProps {
  lang: Lang;
  /** The text that the person began from, what they wrote, and what stands there now. */
  seen: string;
  mine: string;
  theirs: string;
  /** The person's text from now on, measured against `theirs`. */
  onSettle: (text: string) => void;
}

/** Two people wrote in one field: nothing is lost, and the person says how it goes on. */
export function Conflict({ lang, seen, mine, theirs, onSettle }: ConflictProps) {
  const t = useText();
  const [clashes, setClashes] = useState<number | null>(null);
  const merge = () => {
    const merged = mergeWords(seen, mine, theirs);
    if (merged.clashes > 0 && clashes === null) setClashes(merged.clashes);
    else onSettle(merged.text);
  };
  return (
    <div className="theirs" role="group" aria-label={t('draft.conflict')}>
      <p className="sm"><b>{t('draft.conflict')}</b> {t('draft.conflict.read')}</p>
      <TextDiff before={theirs} after={mine} lang={lang} />
      {clashes === null ? null : <p className="sm" role="status">{t('draft.conflict.clashes', { n: clashes })}</p>}
      <div className="row wrap">
        <Button mini onClick={() => onSettle(theirs)}>{t('draft.conflict.take')}</Button>
        <Button mini onClick={() => onSettle(mine)}>{t('draft.conflict.keep')}</Button>
        <Button mini kind="quiet" onClick={merge}>{t(clashes === null ? 'draft.conflict.merge' : 'draft.conflict.merge-anyway')}</Button>
      </div>
    </div>
  );
}
