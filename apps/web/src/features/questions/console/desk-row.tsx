import { useState } from 'react';
import type { PanelHead, PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { supportsOf } from '@tegerek/rules';
import { useText } from '../../../i18n/provider.js';
import { useLive } from '../../../live/index.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Check } from '../../../ui/check-list.js';
import type { GroupView } from '../../../ui/group.js';
import { IconArrowBackUp, IconCheck, IconDeviceProjector, IconFileText, IconPin, IconX } from '../../../ui/icons/index.js';
import type { May } from '../../../ui/staff/use-may.js';
import type { Show } from '../../../ui/staff/use-show.js';
import { QuestionAbout } from './question-about.js';
import { AnswerDialog, DeclineDialog, ProposeDialog } from './question-dialogs.js';
import type { QuestionActs } from './use-question-acts.js';

export interface DeskContext {
  panel: PanelHead;
  slice: PanelSlice;
  groups: readonly GroupView[];
  acts: QuestionActs;
  show: Show;
  may: May;
}

export interface DeskRowProps extends DeskContext { question: QuestionView; isChosen: boolean; onChoose: ((isChosen: boolean) => void) | undefined }

/** A question in the list of all, with everything that can be done with it now. */
export function DeskRow({ question, isChosen, onChoose, ...context }: DeskRowProps) {
  const t = useText();
  const supports = useLive((state) => supportsOf(state.counters, question.questionId));
  const words = <span className="q-text" lang={question.language}>{question.text}</span>;
  return (
    <>
      <b title={t('console.question.supports', { n: supports })}>{supports}</b>
      <div className="desk-row">
        {onChoose === undefined ? words : <Check checked={isChosen} onChange={onChoose} label={words} />}
        <QuestionAbout question={question} groups={context.groups} slice={context.slice} panelNumber={context.panel.number} />
        {question.reason === null ? null : <p className="sm soft">{t('console.question.reason')}: {question.reason}</p>}
        {question.answer === null ? null : <p className="sm"><Tag tone="ok" icon={<IconCheck />}>{t('console.question.answered')}</Tag> {question.answer}</p>}
        <Acts question={question} supports={supports} {...context} />
        <Merged question={question} {...context} />
      </div>
    </>
  );
}

function Acts({ question, supports, panel, acts, show, may }: DeskContext & { question: QuestionView; supports: number }) {
  const t = useText();
  const [open, setOpen] = useState<'answer' | 'propose' | 'decline' | null>(null);
  const { questionId, status } = question;
  const isBusy = acts.act.isBusy;
  const [isWaiting, isPublic] = [status === 'waiting', status === 'public'];
  return (
    <div className="row q-acts">
      {isWaiting && may('question.approve') ? <Button mini icon={<IconCheck />} busy={isBusy} onClick={() => { void acts.approve([questionId]); }}>{t('console.question.approve')}</Button> : null}
      {isWaiting && may('question.decline') ? <Button mini kind="quiet" icon={<IconX />} onClick={() => setOpen('decline')}>{t('console.question.decline')}</Button> : null}
      {isPublic && may('screen.show') ? <Button mini icon={<IconDeviceProjector />} busy={show.act.isBusy} onClick={() => show.show({ kind: 'question', questionId })}>{t('console.question.discuss')}</Button> : null}
      {isPublic && may('question.pin') ? <Button mini kind="quiet" icon={<IconPin />} busy={isBusy} onClick={() => acts.pin(question)}>{t(question.pinnedAt === null ? 'console.question.pin' : 'console.question.unpin')}</Button> : null}
      {isPublic && may('question.answer') ? <Button mini kind="quiet" icon={<IconCheck />} onClick={() => setOpen('answer')}>{t('console.question.answered')}</Button> : null}
      {(isPublic || status === 'answered') && may('proposal.submit') ? <Button mini kind="quiet" icon={<IconFileText />} onClick={() => setOpen('propose')}>{t('console.question.propose')}</Button> : null}
      {(status === 'declined' || (isPublic && supports === 0 && question.alsoBy.length === 0)) && may('question.reopen') ? <Button mini kind="quiet" icon={<IconArrowBackUp />} busy={isBusy} onClick={() => acts.reopen(questionId)}>{t('console.question.reopen')}</Button> : null}
      {open === 'answer' ? <AnswerDialog question={question} onClose={() => setOpen(null)} /> : null}
      {open === 'propose' ? <ProposeDialog panelId={panel.id} question={question} onClose={() => setOpen(null)} /> : null}
      {open === 'decline' ? <DeclineDialog questions={[question]} acts={acts} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

/** What goes on in this one, whose it was, and the way to part them again. */
function Merged({ question, slice, groups, acts, may }: DeskContext & { question: QuestionView }) {
  const t = useText();
  if (question.alsoBy.length === 0) return null;
  return (
    <ul className="merged" aria-label={t('console.question.also', { n: question.alsoBy.length })}>
      {question.alsoBy.flatMap(({ questionId }) => slice.questions[questionId] ?? []).map((each) => (
        <li key={each.questionId} className="row">
          <div className="grow"><p className="sm" lang={each.language}>{each.text}</p><QuestionAbout question={each} groups={groups} /></div>
          {may('question.unmerge') ? <Button mini kind="quiet" icon={<IconArrowBackUp />} busy={acts.act.isBusy} onClick={() => acts.unmerge(each.questionId)}>{t('console.question.unmerge')}</Button> : null}
        </li>
      ))}
    </ul>
  );
}
