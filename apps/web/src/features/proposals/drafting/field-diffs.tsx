import { useMemo } from 'react';
import type { Formulation, Lang } from '@tegerek/contracts/wire';
import { diffWords } from '@tegerek/drafting';
import { useText } from '../../../i18n/provider.js';
import { LongDiff } from '../../../ui/long-diff.js';
import { FIELDS, type FieldName } from './fields.js';

/** One text against another, word by word; a long one folded to its changes first. */
export function TextDiff({ before, after, lang }: { before: string; after: string; lang: Lang }) {
  const ops = useMemo(() => diffWords(before, after), [before, after]);
  return <LongDiff ops={ops} lang={lang} />;
}

export const changedFields = (before: Formulation, after: Formulation): FieldName[] => FIELDS.map(({ name }) => name).filter((name) => (before[name] ?? '') !== (after[name] ?? ''));

/** Every field in which two texts differ. */
export function FieldDiffs({ before, after, lang }: { before: Formulation; after: Formulation; lang: Lang }) {
  const t = useText();
  const names = changedFields(before, after);
  if (names.length === 0) return <p className="mute">{t('draft.history.same')}</p>;
  return <>{names.map((name) => <section key={name} className="stack-1"><h3 className="label">{t(`draft.field.${name}`)}</h3><TextDiff before={before[name] ?? ''} after={after[name] ?? ''} lang={lang} /></section>)}</>;
}
