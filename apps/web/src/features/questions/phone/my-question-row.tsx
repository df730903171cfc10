import type { PanelSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { counterTotal, useCounter, useSend } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { IconArrowRight, IconCircleCheck, IconCircleX, IconClock } from '../../../ui/icons/index.js';
import { BecameProposal } from './became-proposal.js';
import type { MyQuestion } from './my-questions.js';

const TONES = { unsent: 'plain', waiting: 'plain', public: 'ok', declined: 'bad', answered: 'ok', withdrawn: 'plain', merged: 'ok', refused: 'bad' } as const;

/** What became of a question of mine. */
export function MyQuestionRow({ question, slice }: { question: MyQuestion; slice: PanelSlice | undefined }) {
  const t = useText();
  const send = useSend();
  const { status } = question;
  const icon = status === 'merged' ? <IconArrowRight /> : TONES[status] === 'bad' ? <IconCircleX /> : TONES[status] === 'ok' ? <IconCircleCheck /> : <IconClock />;
  const { panel } = useCurrentPanel();
  const may = useMay();
  const { path } = useWho();
  const canPropose = (status === 'public' || status === 'answered') && panel !== null && may('proposal.submit', { panel }) === null;
  const answer = slice?.questions[question.id]?.answer ?? '';
  return (
    <li className="stack-2">
      <p className="q-text"><bdi>{question.text}</bdi></p>
      <p className="meta-line">
        {status === 'unsent' || status === 'refused' ? <SentLine row={question.row} /> : <Tag tone={TONES[status]} icon={icon}>{t(`p.question.${status}`)}</Tag>}
        {question.anonymous ? <span>{t('p.anonymous')}</span> : null}
        {slice === undefined ? null : <BecameProposal questionId={question.id} slice={slice} />}
        {canPropose ? <a href={path('propose', `q-${question.id}`)}>{t('p.question.propose')}</a> : null}
        {status === 'waiting' || status === 'public' || status === 'merged' ? <Button mini className="end" onClick={() => { void send('question.withdraw', { questionId: question.id }); }}>{t('p.question.withdraw')}</Button> : null}
      </p>
      {question.reason === null ? null : <p className="sm soft"><bdi>{question.reason}</bdi></p>}
      {answer === '' ? null : <p className="answer"><bdi>{answer}</bdi></p>}
      {question.mergedInto === null || slice === undefined ? null : <GoesOnIn questionId={question.mergedInto} slice={slice} />}
    </li>
  );
}

/** The question in which mine goes on, with what it has now; while the room has not seen it, only that there is one. */
function GoesOnIn({ questionId, slice }: { questionId: string; slice: PanelSlice }) {
  const t = useText();
  const count = counterTotal(useCounter(questionId));
  const into = slice.questions[questionId];
  if (into === undefined) return <p className="sm soft">{t('p.question.merged.waits')}</p>;
  return (
    <div className="stack-2 sm">
      <p><span className="soft">{t('p.question.merged.into')}</span> <bdi lang={into.language}>«{into.text}»</bdi></p>
      <p className="soft">{t('p.question.merged.supports', { n: count })}</p>
      {into.answer === null || into.answer === '' ? null : <p className="answer"><bdi>{into.answer}</bdi></p>}
    </div>
  );
}
