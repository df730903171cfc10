import { useCallback } from 'react';
import type { PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { isFromAll } from '@tegerek/rules';
import { useText } from '../../../i18n/index.js';
import { counterTotal, useCounter, useLive, useMe, usePress, usePressState, type LiveState } from '../../../live/index.js';
import { GroupOf, PersonName } from '../../../surfaces/phone/kit/person.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { Tag } from '../../../ui/badge.js';
import { IconCircleCheck, IconPin } from '../../../ui/icons/index.js';
import { SupportButton } from '../../../ui/support-button.js';
import { BecameProposal } from './became-proposal.js';

export interface QuestionRowProps { question: QuestionView; slice: PanelSlice; isOpen: boolean; seats: Readonly<Record<string, number>> }

/** A question of the room: whose, to whom, what became of it, and my support. */
export function QuestionRow({ question, slice, isOpen, seats }: QuestionRowProps) {
  const t = useText();
  const { questionId, alsoBy } = question;
  const count = counterTotal(useCounter(questionId));
  const isAll = useLive(useCallback((state: LiveState) => isFromAll(state.counters, questionId, seats), [questionId, seats]));
  const press = usePress();
  const row = usePressState(questionId);
  const { isMine, isOn } = useMySupport(question);
  const toggle = isOpen && !isMine && question.status === 'public' ? () => { void press('question.support', questionId, !isOn); } : undefined;
  const label = t(isMine ? 'p.support.own' : isOn ? 'p.support.on' : 'p.support.off', { n: count });
  return (
    <>
      <p className="q-text" lang={question.language}>{question.pinnedAt === null ? null : <><Tag tone="live" icon={<IconPin />}>{t('p.question.pinned')}</Tag> </>}<bdi>{question.text}</bdi></p>
      <p className="q-meta">
        <GroupOf groupId={question.groupId} /><span><PersonName seatId={question.seatId} /></span>
        <To question={question} />
        {alsoBy.length === 0 ? null : <span>{t('p.question.also', { n: alsoBy.length })}</span>}
        {isAll ? <span>{t('p.support.all')}</span> : null}
        {question.status === 'answered' ? <Tag tone="ok" icon={<IconCircleCheck />}>{t('p.question.answered')}</Tag> : null}
        <BecameProposal questionId={questionId} slice={slice} />
        {row !== undefined && row.state !== 'recorded' ? <SentLine row={row} /> : null}
      </p>
      {question.answer === null || question.answer === '' ? null : <p className="answer"><bdi>{question.answer}</bdi></p>}
      <SupportButton count={count} isOn={isOn} onToggle={toggle} label={label} />
    </>
  );
}

/** To whom, unless to the whole panel. */
function To({ question: { toSeat, toGroup } }: { question: QuestionView }) {
  const t = useText();
  if (toSeat !== null) return <span>{t('p.question.to')} <PersonName seatId={toSeat} /></span>;
  return toGroup === null ? null : <span>{t('p.question.to')} <GroupOf groupId={toGroup} /></span>;
}

/** Mine by authorship; supported by my press, or by one on a question that goes on in this one. */
function useMySupport({ questionId, alsoBy }: QuestionView): { isMine: boolean; isOn: boolean } {
  const me = useMe();
  const row = usePressState(questionId);
  const isMine = me?.questions.some((each) => each.id === questionId) === true;
  const stored = me?.presses[questionId]?.choice;
  const carried = stored === undefined && alsoBy.some((each) => me?.presses[each.questionId]?.choice === true);
  return { isMine, isOn: row !== undefined && row.state !== 'refused' ? row.choice === true : stored === true || carried };
}
