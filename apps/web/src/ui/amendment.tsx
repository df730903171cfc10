import { useMemo } from 'react';
import type { VoteHead } from '@tegerek/contracts/wire';
import { diffWords } from '@tegerek/drafting';
import { useText } from '../i18n/provider.js';
import { Diff } from './diff.js';
import { folded } from './fold-diff.js';
import { LongDiff } from './long-diff.js';

export interface AmendmentChangeProps {
  vote: Pick<VoteHead, 'amendment' | 'version'>;
  /** Where there is little room: how many characters that stay are shown beside each change; absent: all of them, a long text folded until somebody asks. */
  around?: number;
}

/** What a vote on an amendment is about: the field and its text, with what goes struck and what comes underlined. Another vote: nothing. */
export function AmendmentChange({ vote: { amendment, version }, around }: AmendmentChangeProps) {
  const t = useText();
  const ops = useMemo(() => (amendment === null || version === null ? [] : diffWords(amendment.before, version.fields[amendment.field] ?? '')), [amendment, version]);
  if (amendment === null || version === null) return null;
  return <div className="stack-1"><p className="label">{t('amend.changes', { field: t(`amend.field.${amendment.field}`) })}</p>{around === undefined ? <LongDiff ops={ops} lang={version.language} /> : <Diff ops={folded(ops, around)} lang={version.language} />}</div>;
}
