import type { ReactNode } from 'react';
import type { PanelSlice, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { IconGitMerge, IconMessageQuestion } from '../../../ui/icons/index.js';
import { lineageOf } from './lineage.js';
import './lineage-lines.css';

export interface LineageLinesProps {
  slice: PanelSlice;
  proposal: ProposalView;
  /** A link or button that opens another proposal. */
  doorTo: (proposal: ProposalView) => ReactNode;
}

/** Merged from and into, split from and into, and the question that it began with. */
export function LineageLines({ slice, proposal, doorTo }: LineageLinesProps) {
  const t = useText();
  const { mergedInto, mergedFrom, splitFrom, splitInto } = lineageOf(slice.proposals, proposal);
  const question = slice.questions[proposal.fromQuestion ?? ''];
  const rows: readonly (readonly [Parameters<typeof t>[0], readonly ProposalView[]])[] = [
    ['draft.lineage.merged-into', mergedInto === undefined ? [] : [mergedInto]], ['draft.lineage.merged-from', mergedFrom], ['draft.lineage.split-from', splitFrom === undefined ? [] : [splitFrom]], ['draft.lineage.split-into', splitInto],
  ];
  const filled = rows.filter(([, found]) => found.length > 0);
  if (filled.length === 0 && question === undefined) return null;
  return (
    <ul className="lineage" aria-label={t('draft.lineage')}>
      {filled.map(([key, found]) => <li key={key}><IconGitMerge /><span>{t(key)} {found.map((each, i) => <span key={each.proposalId}>{i === 0 ? '' : ', '}{doorTo(each)}</span>)}</span></li>)}
      {question === undefined ? null : <li><IconMessageQuestion /><span>{t('draft.lineage.question')} <bdi lang={question.language}>{question.text}</bdi></span></li>}
    </ul>
  );
}
