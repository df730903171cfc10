import { useMemo } from 'react';
import type { CoreSlice, Counters, PanelHead, PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { orderQuestions, supportsOf } from '@tegerek/rules';
import { useText } from '../../../i18n/provider.js';
import { useLive } from '../../../live/index.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconCheck, IconDeviceProjector, IconFileText, IconPin } from '../../../ui/icons/index.js';
import type { Show } from '../../../ui/staff/use-show.js';
import { QuestionAbout } from './question-about.js';
import { AnswerDialog, ProposeDialog } from './question-dialogs.js';
import type { QuestionActs } from './use-question-acts.js';

export type QuestionAct = 'answer' | 'propose' | null;

/** Public questions by what all groups want; pinned ones lead. */
export const rankedQuestions = (slice: PanelSlice | undefined, counters: Counters, seatsByGroup: Readonly<Record<string, number>>): QuestionView[] =>
  orderQuestions(Object.values(slice?.questions ?? {}).filter((question) => question.status === 'public'), 'all-groups', counters, seatsByGroup);

export interface DiscussedProps {
  panel: PanelHead;
  slice: PanelSlice | undefined;
  question: QuestionView;
  groups: readonly GroupView[];
  show: Show;
  acts: QuestionActs;
  mayAnswer: boolean;
  mayPropose: boolean;
  mayPin: boolean;
  open: QuestionAct;
  setOpen: (act: QuestionAct) => void;
}

/** The question that the hall sees. */
export function Discussed({ panel, slice, question, groups, show, acts, mayAnswer, mayPropose, mayPin, open, setOpen }: DiscussedProps) {
  const t = useText();
  const counters = useLive((state) => state.counters);
  const byGroup = counters[question.questionId]?.byGroup ?? {};
  return (
    <section className="box-q">
      <p className="row"><Tag tone="live" icon={<IconDeviceProjector />}>{t('console.question.discussed')}</Tag><span className="end sm soft">{t('console.question.supports', { n: supportsOf(counters, question.questionId) })}</span></p>
      <h2 lang={question.language}>{question.text}</h2>
      <QuestionAbout question={question} groups={groups} slice={slice} panelNumber={panel.number} />
      <p className="q-meta">{groups.map((group) => <GroupSign key={group.id} group={group}> {byGroup[group.id] ?? 0}</GroupSign>)}</p>
      <div className="do">
        {mayAnswer ? <Button icon={<IconCheck />} kbd="A" onClick={() => setOpen('answer')}>{t('console.question.answered')}</Button> : null}
        {mayPropose ? <Button icon={<IconFileText />} kbd="R" onClick={() => setOpen('propose')}>{t('console.question.propose')}</Button> : null}
        {mayPin ? <Button icon={<IconPin />} kbd="D" busy={acts.act.isBusy} onClick={() => acts.pin(question)}>{t(question.pinnedAt === null ? 'console.question.pin' : 'console.question.unpin')}</Button> : null}
        <Button kind="quiet" onClick={() => show.show({ kind: 'programme' })}>{t('console.question.off')}</Button>
      </div>
      {open === 'answer' ? <AnswerDialog question={question} onClose={() => setOpen(null)} /> : null}
      {open === 'propose' ? <ProposeDialog panelId={panel.id} question={question} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

const SHOWN = 5;

export interface NextQuestionsProps { core: CoreSlice; panel: PanelHead; slice: PanelSlice | undefined; groups: readonly GroupView[]; show: Show; mayShow: boolean; onAll: () => void }

/** What can be discussed next. */
export function NextQuestions({ core, panel, slice, groups, show, mayShow, onAll }: NextQuestionsProps) {
  const t = useText();
  const counters = useLive((state) => state.counters);
  const shownId = show.shown?.kind === 'question' ? show.shown.questionId : null;
  const all = useMemo(() => rankedQuestions(slice, counters, core.seatsByGroup), [slice, counters, core.seatsByGroup]);
  const ranked = all.filter((question) => question.questionId !== shownId);
  const waiting = Object.values(slice?.questions ?? {}).filter(({ status }) => status === 'waiting').length;
  if (ranked.length === 0) return shownId === null ? <p className="sm mute box-q">{waiting > 0 ? t('console.room.questions-wait', { n: waiting }) : t('console.room.no-questions')}</p> : null;
  return (
    <section className="box-q" aria-label={t('console.questions.next')}>
      <p className="row"><b>{t('console.questions.next')}</b>{ranked.length > SHOWN ? <Button mini kind="quiet" className="end" onClick={onAll}>{t('console.questions.all', { n: ranked.length })}</Button> : null}</p>
      <ul>
        {ranked.slice(0, SHOWN).map((question) => (
          <li key={question.questionId} className="q q-next">
            <b title={t('console.question.supports', { n: supportsOf(counters, question.questionId) })}>{supportsOf(counters, question.questionId)}</b>
            <div><p className="q-text" lang={question.language}>{question.text}</p><QuestionAbout question={question} groups={groups} slice={slice} panelNumber={panel.number} /></div>
            {mayShow ? <Button mini busy={show.act.isBusy} onClick={() => show.show({ kind: 'question', questionId: question.questionId })}>{t('console.question.discuss')}</Button> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
