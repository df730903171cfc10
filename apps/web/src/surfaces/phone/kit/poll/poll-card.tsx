import { useState } from 'react';
import { LIMITS, type PollBody, type PollChoice, type PollView } from '@tegerek/contracts/wire';
import { MultilingualText, useText } from '../../../../i18n/index.js';
import { useDraft, useMe, usePress, usePressState } from '../../../../live/index.js';
import { Tag } from '../../../../ui/badge.js';
import { Button } from '../../../../ui/button.js';
import { CheckList } from '../../../../ui/check-list.js';
import { Note } from '../../../../ui/notes.js';
import { LevelMark } from '../../../../ui/poll/level-mark.js';
import { RowLabel } from '../../../../ui/poll/poll-bars.js';
import { rowsOf } from '../../../../ui/poll/poll-rows.js';
import { RadioGroup } from '../../../../ui/radio-group.js';
import { RankList } from '../../../../ui/rank-list.js';
import { countCharacters, TextField } from '../../../../ui/text-field.js';
import { SentLine, SentState } from '../sent.js';
import { myBallot, type MyBallot } from '../votes.js';
import { useWho } from '../who.js';
import { PollCount, PollTime } from './poll-facts.js';
import { useTitles } from './titles.js';

/** The poll that is open: one tap answers, another changes it; what takes more than a tap is this phone's own until it is sent. */
export function PollCard({ poll }: { poll: PollView }) {
  const t = useText();
  const me = useMe();
  const row = usePressState(poll.pollId);
  const mine = myBallot(me, row, poll.pollId);
  const isMine = me !== null && me.groupId !== null;
  return (
    <section className="rule stack-3" aria-label={t('p.poll')}>
      <p className="row"><Tag tone="live">{poll.round > 1 ? `${t('p.poll')}. ${t('poll.round', { n: poll.round })}` : t('p.poll')}</Tag>{mine === null ? null : <span className="end"><SentState state={mine.state} /></span>}</p>
      <h2 className="lead"><MultilingualText value={poll.setup.question} /></h2>
      {isMine ? <Answer key={poll.pollId} poll={poll} mine={mine} /> : <><p className="sm soft">{t('p.poll.observer')}</p><Offered body={poll.setup.body} /></>}
      {row?.state === 'refused' ? <SentLine row={row} /> : null}
      {mine?.state === 'not-counted' ? <Note>{t('p.poll.late')}</Note> : null}
      <p className="sm soft"><PollCount poll={poll} /> <PollTime poll={poll} /></p>
      {isMine ? <p className="sm soft">{t(poll.setup.named ? 'p.poll.named' : 'p.poll.unnamed')} {poll.setup.body.kind === 'text' ? t('p.poll.words-shown') : null}</p> : null}
    </section>
  );
}

interface AnswerProps { poll: PollView; mine: MyBallot | null }

function Answer({ poll, mine }: AnswerProps) {
  switch (poll.setup.body.kind) {
    case 'single': case 'scale': case 'temperature': return <OneTap poll={poll} mine={mine} body={poll.setup.body} />;
    case 'multiple': return <Several poll={poll} mine={mine} body={poll.setup.body} />;
    case 'ranking': return <Order poll={poll} mine={mine} body={poll.setup.body} />;
    case 'text': return <Words poll={poll} mine={mine} />;
  }
}

/** The tap is the answer; a press that waits in the outbox is replaced by the next. */
function OneTap({ poll, mine, body }: AnswerProps & { body: Extract<PollBody, { kind: 'single' | 'scale' | 'temperature' }> }) {
  const t = useText();
  const press = usePress();
  const rows = rowsOf(t, body);
  const answer = (key: string) => { void press('poll.answer', poll.pollId, body.kind === 'scale' ? Number(key) : key); };
  const value = mine === null ? null : String(mine.choice);
  if (body.kind !== 'scale') return <RadioGroup label={t('p.poll.answer')} labelHidden options={rows.map(({ level, ...row }) => ({ value: row.key, label: <RowLabel row={row} />, ...(level === undefined ? {} : { icon: <LevelMark level={level} /> }) }))} value={value} onChange={answer} />;
  return (
    <div className="stack-2">
      <div className="poll-steps"><RadioGroup look="plain" label={t('p.poll.answer')} labelHidden options={rows.map((row) => ({ value: row.key, label: row.words ?? row.key }))} value={value} onChange={answer} /></div>
      <p className="poll-ends sm soft"><span>1: <MultilingualText value={body.low} /></span><span>{body.steps}: <MultilingualText value={body.high} /></span></p>
    </div>
  );
}

/** What the person chose before it is sent; another device's answer shows until they change it. */
function useOwn<T>(poll: PollView, mine: MyBallot | null, empty: T) {
  const { draftKey } = useWho();
  const press = usePress();
  const draft = useDraft<T>(draftKey(`poll/${poll.pollId}`), empty);
  const [isChanging, setChanging] = useState(false);
  const isIn = mine !== null && mine.state !== 'refused' && !isChanging && !draft.isKept;
  const send = async (choice: PollChoice) => { await press('poll.answer', poll.pollId, choice); draft.clear(); setChanging(false); };
  const change = () => { draft.set(mine?.choice as T); setChanging(true); };
  return { draft, isIn, send, change };
}

function Several({ poll, mine, body }: AnswerProps & { body: Extract<PollBody, { kind: 'multiple' }> }) {
  const t = useText();
  const { draft, isIn, send, change } = useOwn<string[]>(poll, mine, []);
  if (isIn) return <Sent ids={mine?.choice as string[]} body={body} onChange={change} />;
  const chosen = draft.value;
  const isFull = chosen.length >= body.most;
  return (
    <div className="stack-3">
      <p className="sm soft">{t('p.poll.most', { n: body.most })}</p>
      <CheckList label={t('p.poll.answer')} items={rowsOf(t, body).map((row) => ({ value: row.key, label: <RowLabel row={row} />, disabled: isFull && !chosen.includes(row.key) }))} value={chosen} onChange={draft.set} />
      <Button kind="primary" wide disabled={chosen.length === 0} onClick={() => { void send(chosen); }}>{t('p.poll.send')}</Button>
    </div>
  );
}

function Order({ poll, mine, body }: AnswerProps & { body: Extract<PollBody, { kind: 'ranking' }> }) {
  const t = useText();
  const titles = useTitles(body);
  const { draft, isIn, send, change } = useOwn<string[]>(poll, mine, []);
  if (isIn) return <Sent ids={mine?.choice as string[]} body={body} onChange={change} isOrdered />;
  const order = draft.value.filter((id) => body.options.some((option) => option.id === id));
  return (
    <div className="stack-3">
      <p className="sm soft">{t('p.poll.order')}</p>
      <RankList label={t('p.poll.answer')} items={body.options.map(({ id }) => ({ id, label: titles[id]?.text ?? '', lang: titles[id]?.lang }))} value={order} onChange={draft.set} />
      <Button kind="primary" wide disabled={order.length === 0} onClick={() => { void send(order); }}>{t('p.poll.send')}</Button>
    </div>
  );
}

function Words({ poll, mine }: AnswerProps) {
  const t = useText();
  const { draft, isIn, send, change } = useOwn<string>(poll, mine, '');
  if (isIn) return <div className="stack-2"><p className="lead"><bdi>{String(mine?.choice)}</bdi></p><Button wide onClick={change}>{t('p.poll.change')}</Button></div>;
  const words = draft.value.trim();
  const isFaulty = words === '' || countCharacters(words) > LIMITS.pollText;
  return (
    <form className="stack-3" onSubmit={(event) => { event.preventDefault(); if (!isFaulty) void send(words); }}>
      <TextField label={t('p.poll.words')} hint={t('p.poll.words-hint')} limit={LIMITS.pollText} value={draft.value} onChange={draft.set} autoComplete="off" />
      <Button kind="primary" wide type="submit" disabled={isFaulty}>{t('p.poll.send')}</Button>
    </form>
  );
}

function Sent({ ids, body, onChange, isOrdered = false }: { ids: readonly string[]; body: Extract<PollBody, { kind: 'multiple' | 'ranking' }>; onChange: () => void; isOrdered?: boolean }) {
  const t = useText();
  const rows = rowsOf(t, body);
  const chosen = ids.flatMap((id) => rows.filter((row) => row.key === id));
  const items = chosen.map((row) => <li key={row.key}><RowLabel row={row} /></li>);
  return <div className="stack-2">{isOrdered ? <ol className="numbered">{items}</ol> : <ul className="items">{items}</ul>}<Button wide onClick={onChange}>{t('p.poll.change')}</Button></div>;
}

function Offered({ body }: { body: PollBody }) {
  const t = useText();
  return body.kind === 'scale' ? null : <ul className="items">{rowsOf(t, body).map((row) => <li key={row.key}><RowLabel row={row} /></li>)}</ul>;
}
