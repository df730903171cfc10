import { useMemo } from 'react';
import type { Formulation, Lang } from '@tegerek/contracts/wire';
import { lintProposal, warningText, type Warning } from '@tegerek/drafting';
import { useI18n, useText } from '../../../i18n/provider.js';
import { Note } from '../../../ui/notes.js';
import { useSettled } from './use-settled.js';

const SHOWN = 3;

/** What could not be checked later, in the reader's words; nothing before a text is begun. */
function useHints(fields: Formulation, language: Lang): Warning[] {
  const { text, addressee, responsible, deadline, indicator } = fields;
  const settled = useSettled(fields, [text, addressee, responsible, deadline, indicator].join('\n'));
  return useMemo(() => (settled.text.trim() === '' ? [] : lintProposal(settled, language)), [settled, language]);
}

export interface HintsProps {
  fields: Formulation;
  /** The formulation's own. */
  language: Lang;
  /** Where they stand: those of the wording under the text, the rest below the other fields; default all. */
  about?: 'text' | 'rest';
}

/** The linter beside what is being written: it warns, never blocks. */
export function Hints({ fields, language, about }: HintsProps) {
  const t = useText();
  const { locale } = useI18n();
  const hints = useHints(fields, language).filter(({ field }) => about === undefined || (field === 'text') === (about === 'text'));
  const rows = hints.map((hint, index) => <li key={index}>{warningText(hint, locale)}</li>);
  return (
    <>
      <span className="sr-only" aria-live="polite">{hints.length === 0 ? '' : t('draft.hints', { n: hints.length })}</span>
      {hints.length === 0 ? null : (
        <Note>
          <p><b>{t('draft.hints', { n: hints.length })}</b> <span className="sm">{t('draft.hints.free')}</span></p>
          <ul className="hint-list">{rows.slice(0, SHOWN)}</ul>
          {rows.length > SHOWN ? <details><summary>{t('draft.hints.more', { n: rows.length - SHOWN })}</summary><ul className="hint-list">{rows.slice(SHOWN)}</ul></details> : null}
        </Note>
      )}
    </>
  );
}
