import { useMemo, useState } from 'react';
import { LIMITS, type CoreSlice, type QuestionView } from '@tegerek/contracts/wire';
import { matcher, orderQuestions, volumeByGroup, type QuestionOrder } from '@tegerek/rules';
import { useText } from '../../../i18n/provider.js';
import { useLive, type LiveState } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { GroupSign } from '../../../ui/group-sign.js';
import { IconChevronLeft } from '../../../ui/icons/index.js';
import { LongList } from '../../../ui/long-list.js';
import { EmptyState } from '../../../ui/notes.js';
import { SelectField } from '../../../ui/select-field.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { TextField } from '../../../ui/text-field.js';
import { BulkBar } from './bulk-bar.js';
import { DeskRow, type DeskContext } from './desk-row.js';
import '../../../ui/pill.css';

type Tab = 'waiting' | 'public' | 'answered' | 'declined';
const TABS: readonly Tab[] = ['waiting', 'public', 'answered', 'declined'];
const ORDERS: readonly QuestionOrder[] = ['all-groups', 'support', 'newest', 'oldest'];
const CHOOSABLE: ReadonlySet<QuestionView['status']> = new Set(['waiting', 'public']);
const countersOf = (state: LiveState) => state.counters;
const idOf = (question: QuestionView) => question.questionId;

type Questions = Readonly<Record<string, QuestionView>>;

/** What is looked for, in which order, and what is chosen. */
function useDesk(questions: Questions, seatsByGroup: Readonly<Record<string, number>>) {
  const counters = useLive(countersOf);
  const all = useMemo(() => Object.values(questions), [questions]);
  const [tab, setTab] = useState<Tab>(() => (all.some((question) => question.status === 'waiting') ? 'waiting' : 'public'));
  const [order, setOrder] = useState<QuestionOrder>('oldest');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => {
    const matches = matcher(search);
    return orderQuestions(all.filter((question) => question.status === tab && matches(question.text)), order, counters, seatsByGroup);
  }, [all, tab, order, search, counters, seatsByGroup]);
  const selection = useMemo(() => [...chosen].flatMap((id) => questions[id] ?? []).filter((question) => CHOOSABLE.has(question.status)), [chosen, questions]);
  const volume = useMemo(() => volumeByGroup(all), [all]);
  const choose = (id: string, isOn: boolean) => setChosen((now) => { const next = new Set(now); if (isOn) next.add(id); else next.delete(id); return next; });
  const count = (status: Tab) => all.filter((question) => question.status === status).length;
  return { counters, tab, setTab, order, setOrder, search, setSearch, chosen, setChosen, found, selection, volume, choose, count };
}

/** All questions of the panel: found, sorted, many at once. */
export function QuestionsDesk({ core, onBack, ...context }: DeskContext & { core: CoreSlice; onBack: () => void }) {
  const t = useText();
  const { slice, groups, acts, may } = context;
  const { counters, tab, setTab, order, setOrder, search, setSearch, chosen, setChosen, found, selection, volume, choose, count } = useDesk(slice.questions, core.seatsByGroup);
  const mayChoose = may('question.merge');
  return (
    <>
      <div className="row"><Button mini kind="quiet" icon={<IconChevronLeft />} kbd="Esc" onClick={onBack}>{t('console.back-to-room')}</Button></div>
      <h2>{t('console.desk')}</h2>
      <p className="q-meta"><span>{t('console.desk.volume')}</span>{groups.map((group) => <GroupSign key={group.id} group={group}> {volume[group.id] ?? 0}</GroupSign>)}</p>
      <div className="filters" role="group" aria-label={t('console.desk.state')}>
        {TABS.map((each) => <button key={each} type="button" className="pill" aria-pressed={tab === each} onClick={() => setTab(each)}>{t(`console.desk.${each}`, { n: count(each) })}</button>)}
      </div>
      <div className="desk-tools">
        <TextField compact type="search" label={t('console.desk.search')} value={search} onChange={setSearch} autoComplete="off" />
        <SelectField compact label={t('console.desk.order')} placeholder={null} value={order} onChange={(value) => setOrder(value as QuestionOrder)} options={ORDERS.map((value) => ({ value, label: t(`console.order.${value}`) }))} />
        {mayChoose && CHOOSABLE.has(tab) && found.length > 1 ? <Button mini kind="quiet" onClick={() => setChosen(new Set([...chosen, ...found.slice(0, LIMITS.questionsPerCommand - chosen.size).map(idOf)]))}>{t('console.desk.choose-all', { n: Math.min(found.length, LIMITS.questionsPerCommand) })}</Button> : null}
      </div>
      <BulkBar selection={selection} counters={counters} slice={slice} acts={acts} may={may} onAdd={(id) => choose(id, true)} onClear={() => setChosen(new Set())} />
      <ActNote act={acts.act} fields={['reason']} />
      {found.length === 0 ? <EmptyState title={t(search.trim() === '' ? 'console.desk.none' : 'ui.filter.none')}>{t('console.desk.none-hint')}</EmptyState> : null}
      <LongList
        key={`${tab}/${order}/${search}`} label={t(`console.desk.${tab}`, { n: found.length })} items={found} idOf={idOf} itemClass="q q-next" estimate={104}
        render={(question) => <DeskRow question={question} isChosen={chosen.has(question.questionId)} onChoose={mayChoose && CHOOSABLE.has(question.status) ? (isOn) => choose(question.questionId, isOn) : undefined} {...context} />}
      />
    </>
  );
}
