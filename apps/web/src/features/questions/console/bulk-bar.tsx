import { useState } from 'react';
import type { Counters, PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { Button } from '../../../ui/button.js';
import { IconCheck, IconGitMerge, IconPlus, IconX } from '../../../ui/icons/index.js';
import type { May } from '../../../ui/staff/use-may.js';
import { DeclineDialog, MergeDialog } from './question-dialogs.js';
import type { QuestionActs } from './use-question-acts.js';
import { useSimilar } from './use-similar.js';

export interface BulkBarProps {
  /** Chosen questions that wait or are public. */
  selection: readonly QuestionView[];
  counters: Counters;
  slice: PanelSlice;
  acts: QuestionActs;
  may: May;
  onAdd: (questionId: string) => void;
  onClear: () => void;
}

/** What can be done with the chosen ones together; of one that is chosen, those that say much the same. */
export function BulkBar({ selection, counters, slice, acts, may, onAdd, onClear }: BulkBarProps) {
  const t = useText();
  const [open, setOpen] = useState<'decline' | 'merge' | null>(null);
  const similar = useSimilar(slice, selection.at(-1)).filter((question) => question.status !== 'answered' && !selection.some((each) => each.questionId === question.questionId));
  if (selection.length === 0) return null;
  const waiting = selection.filter((question) => question.status === 'waiting');
  const isBusy = acts.act.isBusy;
  const approve = async () => { if (await acts.approve(waiting.map((question) => question.questionId))) onClear(); };
  return (
    <section className="bulk" aria-label={t('console.bulk', { n: selection.length })}>
      <div className="row">
        <b>{t('console.bulk', { n: selection.length })}</b>
        {waiting.length > 0 && may('question.approve-many') ? <Button mini icon={<IconCheck />} busy={isBusy} onClick={() => { void approve(); }}>{t('console.bulk.approve', { n: waiting.length })}</Button> : null}
        {waiting.length > 0 && may('question.decline-many') ? <Button mini icon={<IconX />} onClick={() => setOpen('decline')}>{t('console.bulk.decline', { n: waiting.length })}</Button> : null}
        {selection.length > 1 ? <Button mini icon={<IconGitMerge />} onClick={() => setOpen('merge')}>{t('console.bulk.merge')}</Button> : null}
        <Button mini kind="quiet" className="end" onClick={onClear}>{t('console.bulk.clear')}</Button>
      </div>
      {similar.length === 0 ? null : (
        <div className="similar sm">
          <p className="soft">{t('console.similar.chosen')}</p>
          <ul>{similar.map((question) => <li key={question.questionId} className="row"><span className="grow" lang={question.language}>{question.text}</span><Button mini kind="quiet" icon={<IconPlus />} onClick={() => onAdd(question.questionId)}>{t('console.similar.add')}</Button></li>)}</ul>
        </div>
      )}
      {open === 'decline' ? <DeclineDialog questions={waiting} acts={acts} onClose={() => setOpen(null)} onDone={onClear} /> : null}
      {open === 'merge' ? <MergeDialog questions={selection} counters={counters} acts={acts} onClose={() => setOpen(null)} onDone={onClear} /> : null}
    </section>
  );
}
