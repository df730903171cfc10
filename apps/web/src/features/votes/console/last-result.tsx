import { useState } from 'react';
import type { PanelSlice, VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { AmendmentChange } from '../../../ui/amendment.js';
import { Button } from '../../../ui/button.js';
import type { GroupView } from '../../../ui/group.js';
import { shortlistOf } from '../../../ui/ranking-more.js';
import { DecisionOutcome } from '../../../ui/staff/decision-outcome.js';
import { RankingOutcome } from '../../../ui/staff/ranking-outcome.js';
import { BlockReasons } from '../../../ui/vote-notes.js';
import { LotDialog } from './lot-dialog.js';
import { VoteHeading } from './vote-heading.js';

export interface VoteResultProps {
  vote: VoteHead;
  slice: PanelSlice | undefined;
  groups: readonly GroupView[];
  /** Opens the dialog of a correction; absent: not now, or not by this person. */
  onCorrect?: (() => void) | undefined;
  mayDraw?: boolean;
}

/** The result of a closed vote in the middle of the console. */
export function VoteResult({ vote, slice, groups, onCorrect, mayDraw = false }: VoteResultProps) {
  const t = useText();
  const [isDrawing, setDrawing] = useState(false);
  const isWaiting = vote.lot === null && (shortlistOf(vote)?.needsLot ?? null) !== null;
  return (
    <section className="stack-3" aria-label={t('console.result')}>
      <p className="over">{vote.purpose === 'amendment' ? t('amend.result', { number: vote.number }) : vote.purpose !== 'ranking' ? t('console.result.decision', { number: vote.number }) : t('console.result.ranking')}</p>
      {vote.amendment !== null ? <AmendmentChange vote={vote} /> : <VoteHeading vote={vote} />}
      {mayDraw && isWaiting ? <div className="do"><Button kind="primary" onClick={() => setDrawing(true)}>{t('votes.lot')}</Button></div> : null}
      {vote.purpose !== 'ranking' ? <DecisionOutcome vote={vote} groups={groups} /> : <RankingOutcome vote={vote} groups={groups} />}
      <BlockReasons reasons={slice?.blockReasons[vote.voteId] ?? []} groups={groups} />
      {onCorrect === undefined ? null : <div><Button mini kind="quiet" aria-label={t('votes.correct.of', { number: vote.number })} onClick={onCorrect}>{t('votes.correct')}</Button></div>}
      {isDrawing && isWaiting ? <LotDialog vote={vote} groups={groups} onClose={() => setDrawing(false)} /> : null}
    </section>
  );
}
