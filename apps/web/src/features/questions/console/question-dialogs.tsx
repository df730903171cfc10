import { useState } from 'react';
import { LIMITS, type Counters, type QuestionView } from '@tegerek/contracts/wire';
import { supportsOf } from '@tegerek/rules';
import { useText } from '../../../i18n/provider.js';
import { newId } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';
import type { QuestionActs } from './use-question-acts.js';

export function AnswerDialog({ question, onClose }: { question: QuestionView; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  return (
    <ReasonDialog
      title={t('console.question.answered')} effect={<p lang={question.language}>«{question.text}»</p>} label={t('console.question.answer')} hint={t('console.question.answer-hint')} optional
      path="answer" limit={LIMITS.answer} confirm={t('console.question.answered')} act={act} onClose={onClose} onConfirm={(answer) => act.run('question.answer', { questionId: question.questionId, answer })}
    />
  );
}

export function ProposeDialog({ panelId, question, onClose }: { panelId: string; question: QuestionView; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const submit = (text: string) => act.run('proposal.submit', {
    proposalId: newId(), panelId, language: question.language, fromQuestion: question.questionId, capacity: 'self',
    fields: { title: '', text, addressee: '', responsible: '', deadline: '', indicator: '', region: '' },
  });
  return (
    <ReasonDialog
      title={t('console.question.propose')} effect={<p lang={question.language}>«{question.text}»</p>} label={t('console.field.text')} hint={t('console.question.propose-hint')}
      path="fields.text" limit={LIMITS.proposalText} confirm={t('console.question.propose-confirm')} act={act} onClose={onClose} onConfirm={submit}
    />
  );
}

/** Declines with a reason that each author gets. */
export function DeclineDialog({ questions, acts, onClose, onDone }: { questions: readonly QuestionView[]; acts: QuestionActs; onClose: () => void; onDone?: (() => void) | undefined }) {
  const t = useText();
  const [first] = questions;
  const decline = async (reason: string) => {
    const isDone = await acts.decline(questions.map((question) => question.questionId), reason);
    if (isDone) onDone?.();
    return isDone;
  };
  return (
    <ReasonDialog
      title={questions.length === 1 ? t('console.question.decline-title') : t('console.bulk.decline-title', { n: questions.length })}
      effect={<>{questions.length === 1 ? <p lang={first?.language}>«{first?.text}»</p> : null}<p className="sm">{t(questions.length === 1 ? 'console.question.decline-effect' : 'console.bulk.decline-effect')}</p></>}
      label={t('console.question.reason')} confirm={t('console.question.decline')} kind="danger" act={acts.act} onClose={() => { acts.act.clear(); onClose(); }} onConfirm={decline}
    />
  );
}

/** Which of the chosen ones goes on: what the room sees before what waits, then the most supported, then the oldest. */
export const leading = (questions: readonly QuestionView[], counters: Counters): QuestionView[] =>
  [...questions].sort((a, b) => Number(a.status === 'waiting') - Number(b.status === 'waiting') || supportsOf(counters, b.questionId) - supportsOf(counters, a.questionId) || a.askedAt - b.askedAt);

export interface MergeDialogProps { questions: readonly QuestionView[]; counters: Counters; acts: QuestionActs; onClose: () => void; onDone: () => void }

export function MergeDialog({ questions, counters, acts, onClose, onDone }: MergeDialogProps) {
  const t = useText();
  const ordered = leading(questions, counters);
  const [into, setInto] = useState(ordered[0]?.questionId ?? '');
  const isSeen = questions.some((question) => question.status !== 'waiting');
  const close = () => { acts.act.clear(); onClose(); };
  const merge = async () => { if (await acts.merge(into, questions.map((question) => question.questionId).filter((id) => id !== into))) { onDone(); onClose(); } };
  return (
    <Dialog isOpen wide onClose={close} title={t('console.merge.title', { n: questions.length })} actions={<><Button kind="primary" busy={acts.act.isBusy} onClick={() => { void merge(); }}>{t('console.merge.confirm')}</Button><Button onClick={close}>{t('ui.cancel')}</Button></>}>
      <p className="soft">{t('console.merge.effect')}</p>
      <RadioGroup
        look="plain" label={t('console.merge.into')} value={into} onChange={setInto}
        options={ordered.map((question) => ({
          value: question.questionId, label: <span lang={question.language}>{question.text}</span>, disabled: isSeen && question.status === 'waiting',
          note: t(question.status === 'waiting' ? 'console.merge.waits' : 'console.question.supports', { n: supportsOf(counters, question.questionId) }),
        }))}
      />
      <ActNote act={acts.act} />
    </Dialog>
  );
}
