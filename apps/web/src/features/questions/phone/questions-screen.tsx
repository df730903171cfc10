import { useMemo, useState } from 'react';
import type { PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { matcher, orderQuestions, type QuestionOrder } from '@tegerek/rules';
import { useText } from '../../../i18n/index.js';
import { useCore, useLive, useMe, usePanel, usePending, type LiveState } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { PanelPicker } from '../../../surfaces/phone/kit/panel-head.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { ButtonLink } from '../../../ui/button.js';
import { IconPlus } from '../../../ui/icons/index.js';
import { LongList } from '../../../ui/long-list.js';
import { EmptyState } from '../../../ui/notes.js';
import { TextField } from '../../../ui/text-field.js';
import { MyQuestionRow } from './my-question-row.js';
import { isShown, myQuestions, type MyQuestion } from './my-questions.js';
import { QuestionRow } from './question-row.js';

type Shown = Extract<QuestionOrder, 'support' | 'all-groups' | 'newest'>;
const ORDERS: readonly (Shown | 'mine')[] = ['support', 'all-groups', 'newest', 'mine'];
/** From here on a list can be searched. */
const MANY = 30;
const countersOf = (state: LiveState) => state.counters;
const NOBODY = {};
const idOf = (question: QuestionView) => question.questionId;

export default function QuestionsScreen({ id }: { id: string | null }) {
  const t = useText();
  const { path } = useWho();
  const me = useMe();
  const may = useMay();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const pending = usePending();
  const [order, setOrder] = useState<Shown | 'mine'>(id === 'mine' ? 'mine' : 'support');
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
      {order === 'mine' ? <Mine questions={mine} slice={slice} /> : <List questions={shown} slice={slice} order={order} isOpen={may('question.support', { panel }) === null} canAsk={canAsk} />}
    </Screen>
  );
}

interface ListProps { questions: readonly QuestionView[]; slice: PanelSlice | undefined; order: Shown; isOpen: boolean; canAsk: boolean }

function List({ questions, slice, order, isOpen, canAsk }: ListProps) {
  const t = useText();
  const core = useCore();
  const counters = useLive(countersOf);
  const [search, setSearch] = useState('');
  const seats = core?.seatsByGroup ?? NOBODY;
  const found = useMemo(() => {
    const matches = matcher(search);
    return orderQuestions(questions.filter((question) => matches(question.text)), order, counters, seats);
  }, [questions, order, counters, seats, search]);
  if (slice === undefined) return <p className="mute" role="status">{t('ui.loading')}</p>;
  if (questions.length === 0) return <EmptyState title={t('p.questions.none')}>{t(canAsk ? 'p.questions.none.do' : 'p.questions.none.wait')}</EmptyState>;
  return (
    <>
      {questions.length > MANY ? <TextField label={t('ui.filter')} labelHidden type="search" placeholder={t('ui.filter')} value={search} onChange={setSearch} /> : null}
      {found.length === 0 ? <p className="mute" role="status">{t('ui.filter.none')}</p> : null}
      <LongList items={found} idOf={idOf} itemClass="q" estimate={92} render={(question) => <QuestionRow question={question} slice={slice} isOpen={isOpen} seats={seats} />} />
    </>
  );
}

function Mine({ questions, slice }: { questions: readonly MyQuestion[]; slice: PanelSlice | undefined }) {
  const t = useText();
  if (questions.length === 0) return <EmptyState title={t('p.questions.mine.none')}>{t('p.questions.mine.none.do')}</EmptyState>;
  return <ul className="items">{questions.map((question) => <MyQuestionRow key={question.id} question={question} slice={slice} />)}</ul>;
}
