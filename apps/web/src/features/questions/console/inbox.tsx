import { useState } from 'react';
import type { PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconCheck, IconX } from '../../../ui/icons/index.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { PersonName } from '../../../ui/staff/person.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';

export const waitingQuestions = (slice: PanelSlice | undefined): QuestionView[] =>
  Object.values(slice?.questions ?? {}).filter((question) => question.status === 'waiting').sort((a, b) => a.askedAt - b.askedAt);

/** From whom, when, and how the room will see it. */
export function QuestionAbout({ question, groups }: { question: QuestionView; groups: readonly GroupView[] }) {
  const t = useText();
  const { time } = useFormat();
  const group = groupOf(groups, question.groupId);
  return (
    <p className="q-meta">
      {group === undefined ? null : <GroupSign group={group} />}
      {question.seatId === null ? null : <span><PersonName seatId={question.seatId} /></span>}
      {question.anonymous ? <span>{t('console.question.anonymous')}</span> : null}
      {question.toSeat === null ? null : <span>{t('console.question.to')} <PersonName seatId={question.toSeat} /></span>}
      <span>{time(question.askedAt)}</span>
    </p>
  );
}

function WaitingRow({ question, groups, isFirst, mayDecide, onDecline }: { question: QuestionView; groups: readonly GroupView[]; isFirst: boolean; mayDecide: boolean; onDecline: () => void }) {
  const t = useText();
  const act = useAct();
  return (
    <li className="q">
      <p className="q-text" lang={question.language}>{question.text}</p>
      <QuestionAbout question={question} groups={groups} />
      {mayDecide ? <span className="row q-acts">
        <Button mini icon={<IconCheck />} kbd={isFirst ? 'Q' : undefined} busy={act.isBusy} onClick={() => { void act.run('question.approve', { questionId: question.questionId }); }}>{t('console.question.approve')}</Button>
        <Button mini kind="quiet" icon={<IconX />} kbd={isFirst ? 'W' : undefined} onClick={onDecline}>{t('console.question.decline')}</Button>
      </span> : null}
      <ActNote act={act} />
    </li>
  );
}

/** Declines with a reason that the author gets. */
export function DeclineDialog({ question, onClose }: { question: QuestionView; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  return (
    <ReasonDialog
      title={t('console.question.decline-title')} effect={<><p lang={question.language}>«{question.text}»</p><p className="sm">{t('console.question.decline-effect')}</p></>}
      label={t('console.question.reason')} confirm={t('console.question.decline')} kind="danger" act={act} onClose={onClose}
      onConfirm={(reason) => act.run('question.decline', { questionId: question.questionId, reason })}
    />
  );
}

/** Questions that wait for the moderator, oldest first. */
export function Inbox({ slice, groups, mayDecide, declining, setDeclining }: { slice: PanelSlice | undefined; groups: readonly GroupView[]; mayDecide: boolean; declining: string | null; setDeclining: (questionId: string | null) => void }) {
  const t = useText();
  const waiting = waitingQuestions(slice);
  const approved = Object.values(slice?.questions ?? {}).filter((question) => question.status === 'public' || question.status === 'answered').length;
  const [isAll, setAll] = useState(false);
  const shown = isAll ? waiting : waiting.slice(0, 20);
  const declined = declining === null ? undefined : slice?.questions[declining];
  return (
    <section aria-label={t('console.inbox')}>
      <div className="head2"><h2>{t('console.inbox')}</h2><b>{waiting.length}</b><span className="end sm mute">{t('console.inbox.approved', { n: approved })}</span></div>
      {waiting.length === 0 ? <p className="sm mute">{t('console.inbox.empty')}</p> : null}
      <ul>{shown.map((question, index) => <WaitingRow key={question.questionId} question={question} groups={groups} isFirst={index === 0} mayDecide={mayDecide} onDecline={() => setDeclining(question.questionId)} />)}</ul>
      {waiting.length > shown.length ? <Button mini kind="quiet" onClick={() => setAll(true)}>{t('console.more', { n: waiting.length - shown.length })}</Button> : null}
      {declined === undefined ? null : <DeclineDialog question={declined} onClose={() => setDeclining(null)} />}
    </section>
  );
}
