import { useState } from 'react';
import type { QuestionView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { counterTotal, useCore, useCounter, useLive, useMe, usePanel, usePending, usePress, usePressState, useSend, type LiveState } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { PanelPicker } from '../../../surfaces/phone/kit/panel-head.js';
import { GroupOf, PersonName } from '../../../surfaces/phone/kit/person.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Tag } from '../../../ui/badge.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { IconCircleCheck, IconCircleX, IconClock, IconPlus } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { SupportButton } from '../../../ui/support-button.js';
import { TextField } from '../../../ui/text-field.js';
import { isFromAll, isShown, myQuestions, orderQuestions, type MyQuestion, type QuestionOrder } from './order-questions.js';

const ORDERS: readonly QuestionOrder[] = ['support', 'time', 'mine'];
/** From here on a list can be searched. */
const MANY = 30;
const countersOf = (state: LiveState) => state.counters;

export default function QuestionsScreen({ id }: { id: string | null }) {
  const t = useText();
  const { path } = useWho();
  const me = useMe();
  const may = useMay();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const pending = usePending();
  const [order, setOrder] = useState<QuestionOrder>(id === 'mine' ? 'mine' : 'support');
  if (panel === null) return <Screen title={t('p.tab.questions')} tab="questions"><EmptyState title={t('p.noPanel')} /></Screen>;
  const shown = Object.values(slice?.questions ?? {}).filter(isShown);
  const mine = myQuestions(me, pending.commands, panel.id, slice?.questions ?? {});
  const canAsk = may('question.ask', { panel }) === null;
  return (
    <Screen
      title={t('p.questions.title', { n: panel.number, count: shown.length })} tab="questions"
      action={canAsk ? <ButtonLink kind="primary" wide icon={<IconPlus />} href={path('ask')}>{t('p.act.ask')}</ButtonLink> : <p className="sm">{t(me?.groupId === null ? 'p.observer.only' : 'p.questions.closed')}</p>}
    >
      <PanelPicker />
      <div className="filters" role="group" aria-label={t('p.order')}>
        {ORDERS.map((each) => <button key={each} type="button" className="pill" aria-pressed={order === each} onClick={() => setOrder(each)}>{t(`p.questions.${each}`, { count: mine.length })}</button>)}
      </div>
      {order === 'mine' ? <Mine questions={mine} /> : <List questions={shown} order={order} isLoading={slice === undefined} isOpen={may('question.support', { panel }) === null} canAsk={canAsk} />}
    </Screen>
  );
}

interface ListProps { questions: readonly QuestionView[]; order: 'support' | 'time'; isLoading: boolean; isOpen: boolean; canAsk: boolean }

function List({ questions, order, isLoading, isOpen, canAsk }: ListProps) {
  const t = useText();
  const core = useCore();
  const counters = useLive(countersOf);
  const [search, setSearch] = useState('');
  if (isLoading) return <p className="mute" role="status">{t('ui.loading')}</p>;
  if (questions.length === 0) return <EmptyState title={t('p.questions.none')}>{t(canAsk ? 'p.questions.none.do' : 'p.questions.none.wait')}</EmptyState>;
  const groups = Object.entries(core?.seatsByGroup ?? {}).filter(([, seats]) => seats > 0).map(([group]) => group);
  const wanted = search.trim().toLowerCase();
  const found = orderQuestions(questions, order, counters).filter((question) => wanted === '' || question.text.toLowerCase().includes(wanted));
  return (
    <>
      {questions.length > MANY ? <TextField label={t('ui.filter')} labelHidden type="search" placeholder={t('ui.filter')} value={search} onChange={setSearch} /> : null}
      {found.length === 0 ? <p className="mute">{t('ui.filter.none')}</p> : null}
      <ul>{found.map((question) => <Question key={question.questionId} question={question} isOpen={isOpen} isAll={isFromAll(question, counters, groups)} />)}</ul>
    </>
  );
}

function Question({ question, isOpen, isAll }: { question: QuestionView; isOpen: boolean; isAll: boolean }) {
  const t = useText();
  const me = useMe();
  const press = usePress();
  const row = usePressState(question.questionId);
  const count = counterTotal(useCounter(question.questionId));
  const isMine = me?.questions.some((each) => each.id === question.questionId) === true;
  const isOn = row !== undefined && row.state !== 'refused' ? row.choice === true : me?.presses[question.questionId]?.choice === true;
  const toggle = isOpen && !isMine && question.status === 'public' ? () => { void press('question.support', question.questionId, !isOn); } : undefined;
  const label = t(isMine ? 'p.support.own' : isOn ? 'p.support.on' : 'p.support.off', { n: count });
  return (
    <li className="q">
      <p className="q-text" lang={question.language}><bdi>{question.text}</bdi></p>
      <p className="q-meta">
        <GroupOf groupId={question.groupId} /><span><PersonName seatId={question.seatId} /></span>
        {isAll ? <span>{t('p.support.all')}</span> : null}
        {question.status === 'answered' ? <Tag tone="ok" icon={<IconCircleCheck />}>{t('p.question.answered')}</Tag> : null}
        {row !== undefined && row.state !== 'recorded' ? <SentLine row={row} /> : null}
      </p>
      {question.answer === null || question.answer === '' ? null : <p className="answer"><bdi>{question.answer}</bdi></p>}
      <SupportButton count={count} isOn={isOn} onToggle={toggle} label={label} />
    </li>
  );
}

function Mine({ questions }: { questions: readonly MyQuestion[] }) {
  const t = useText();
  if (questions.length === 0) return <EmptyState title={t('p.questions.mine.none')}>{t('p.questions.mine.none.do')}</EmptyState>;
  return <ul className="items">{questions.map((question) => <MyRow key={question.id} question={question} />)}</ul>;
}

const TONES = { unsent: 'plain', waiting: 'plain', public: 'ok', declined: 'bad', answered: 'ok', withdrawn: 'plain', refused: 'bad' } as const;

function MyRow({ question }: { question: MyQuestion }) {
  const t = useText();
  const send = useSend();
  const { status } = question;
  const icon = TONES[status] === 'bad' ? <IconCircleX /> : TONES[status] === 'ok' ? <IconCircleCheck /> : <IconClock />;
  return (
    <li className="stack-2">
      <p className="q-text"><bdi>{question.text}</bdi></p>
      <p className="meta-line">
        {status === 'unsent' || status === 'refused' ? <SentLine row={question.row} /> : <Tag tone={TONES[status]} icon={icon}>{t(`p.question.${status}`)}</Tag>}
        {question.anonymous ? <span>{t('p.anonymous')}</span> : null}
        {status === 'waiting' || status === 'public' ? <Button mini className="end" onClick={() => { void send('question.withdraw', { questionId: question.id }); }}>{t('p.question.withdraw')}</Button> : null}
      </p>
      {question.reason === null ? null : <p className="sm soft"><bdi>{question.reason}</bdi></p>}
    </li>
  );
}
