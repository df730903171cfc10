import { useMemo } from 'react';
import type { VoteHead } from '@tegerek/contracts/wire';
import { diffWords } from '@tegerek/drafting';
import { useText } from '../i18n/provider.js';
import { Diff, type DiffOp } from './diff.js';

export interface AmendmentChangeProps {
  vote: Pick<VoteHead, 'amendment' | 'version'>;
  /** Where there is little room: how many characters that stay are shown beside each change; absent: all of them. */
  around?: number;
}

/** What a vote on an amendment is about: the field and its text, with what goes struck and what comes underlined. Another vote: nothing. */
export function AmendmentChange({ vote: { amendment, version }, around }: AmendmentChangeProps) {
  const t = useText();
  const ops = useMemo(() => {
    const all = amendment === null || version === null ? [] : diffWords(amendment.before, version.fields[amendment.field] ?? '');
    return around === undefined ? all : folded(all, around);
  }, [amendment, version, around]);
  if (amendment === null || version === null) return null;
  return <div className="stack-1"><p className="label">{t('amend.changes', { field: t(`amend.field.${amendment.field}`) })}</p><Diff ops={ops} lang={version.language} /></div>;
}

/** Long stretches that stay are cut to what stands beside a change. */
export function folded(ops: readonly DiffOp[], around: number): DiffOp[] {
  return ops.map((op, i) => {
    const points = [...op.text];
    const [head, tail] = [i === 0 ? 0 : around, i === ops.length - 1 ? 0 : around];
    if (op.kind !== 'same' || points.length <= head + tail + 1) return op;
    return { kind: 'same', text: `${points.slice(0, head).join('')}…${tail === 0 ? '' : points.slice(-tail).join('')}` };
  });
}
