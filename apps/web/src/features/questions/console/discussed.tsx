import { useState } from 'react';
import { LIMITS, type Counters, type PanelSlice, type QuestionView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { newId, useLive } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconCheck, IconFileText, IconPin } from '../../../ui/icons/index.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';
import type { Show } from '../../../ui/staff/use-show.js';
import { useListFilter } from '../../../ui/table.js';
import { QuestionAbout } from './inbox.js';

export type QuestionAct = 'answer' | 'propose' | null;

const supportsOf = (counters: Counters, question: QuestionView): Readonly<Record<string, number>> => counters[question.questionId]?.byGroup ?? {};

/** Public questions: most groups that support first, then most supports, then oldest. */
export function rankedQuestions(slice: PanelSlice | undefined, counters: Counters): QuestionView[] {
  const groups = (question: QuestionView) => Object.values(supportsOf(counters, question)).filter((n) => n > 0).length;
  return Object.values(slice?.questions ?? {}).filter((question) => question.status === 'public')
    .sort((a, b) => groups(b) - groups(a) || sumOf(supportsOf(counters, b)) - sumOf(supportsOf(counters, a)) || a.askedAt - b.askedAt);
}

function AnswerDialog({ question, onClose }: { question: QuestionView; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  return (
    <ReasonDialog
      title={t('console.question.answered')} effect={<p lang={question.language}>«{question.text}»</p>} label={t('console.question.answer')} hint={t('console.question.answer-hint')} optional
      path="answer" limit={LIMITS.answer} confirm={t('console.question.answered')} act={act} onClose={onClose} onConfirm={(answer) => act.run('question.answer', { questionId: question.questionId, answer })}
    />
  );
}

function ProposeDialog({ panelId, question, onClose }: { panelId: string; question: QuestionView; onClose: () => void }) {
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

export interface DiscussedProps {
  panelId: string;
  question: QuestionView;
  groups: readonly GroupView[];
  show: Show;
  mayAnswer: boolean;
  mayPropose: boolean;
  open: QuestionAct;
  setOpen: (act: QuestionAct) => void;
}

/** The question that the hall sees. */
export function Discussed({ panelId, question, groups, show, mayAnswer, mayPropose, open, setOpen }: DiscussedProps) {
  const t = useText();
  const counters = useLive((state) => state.counters);
  const supports = supportsOf(counters, question);
  return (
    <section className="box-q">
      <p className="row"><Tag tone="live" icon={<IconPin />}>{t('console.question.discussed')}</Tag><span className="end sm soft">{t('console.question.supports', { n: sumOf(supports) })}</span></p>
      <h2 lang={question.language}>{question.text}</h2>
      <QuestionAbout question={question} groups={groups} />
      <p className="q-meta">{groups.map((group) => <GroupSign key={group.id} group={group}> {supports[group.id] ?? 0}</GroupSign>)}</p>
      <div className="do">
        {mayAnswer ? <Button icon={<IconCheck />} kbd="A" onClick={() => setOpen('answer')}>{t('console.question.answered')}</Button> : null}
        {mayPropose ? <Button icon={<IconFileText />} kbd="R" onClick={() => setOpen('propose')}>{t('console.question.propose')}</Button> : null}
        <Button kind="quiet" onClick={() => show.show({ kind: 'programme' })}>{t('console.question.off')}</Button>
      </div>
      {open === 'answer' ? <AnswerDialog question={question} onClose={() => setOpen(null)} /> : null}
      {open === 'propose' ? <ProposeDialog panelId={panelId} question={question} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

const SHOWN = 5;

/** What can be discussed next. */
export function NextQuestions({ slice, groups, show, mayShow }: { slice: PanelSlice | undefined; groups: readonly GroupView[]; show: Show; mayShow: boolean }) {
  const t = useText();
  const [isAll, setAll] = useState(false);
  const counters = useLive((state) => state.counters);
  const shownId = show.shown?.kind === 'question' ? show.shown.questionId : null;
  const ranked = rankedQuestions(slice, counters).filter((question) => question.questionId !== shownId);
  const { shown, filter } = useListFilter(ranked, isAll ? (question) => question.text : undefined);
  if (ranked.length === 0) return shownId === null ? <p className="sm mute box-q">{t('console.room.no-questions')}</p> : null;
  return (
    <section className="box-q" aria-label={t('console.questions.next')}>
      <p className="row"><b>{t('console.questions.next')}</b>{ranked.length > SHOWN ? <Button mini kind="quiet" className="end" onClick={() => setAll((all) => !all)}>{isAll ? t('console.fewer') : t('console.questions.all', { n: ranked.length })}</Button> : null}</p>
      {isAll ? filter : null}
      <ul>
        {(isAll ? shown : ranked.slice(0, SHOWN)).map((question) => (
          <li key={question.questionId} className="q q-next">
            <b title={t('console.question.supports', { n: sumOf(supportsOf(counters, question)) })}>{sumOf(supportsOf(counters, question))}</b>
            <div><p className="q-text" lang={question.language}>{question.text}</p><QuestionAbout question={question} groups={groups} /></div>
            {mayShow ? <Button mini busy={show.act.isBusy} onClick={() => show.show({ kind: 'question', questionId: question.questionId })}>{t('console.question.discuss')}</Button> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
