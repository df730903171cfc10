import { useState } from 'react';
import type { CoreSlice, PanelSlice, VoteHead } from '@tegerek/contracts/wire';
import { boxOf } from '@tegerek/rules';
import { useFormat, useText, type Translate } from '../../../i18n/index.js';
import { listDrafts, useCore, useLive, useLiveSpace, useMe, usePending, type LiveState, type StoredCommand, type StoredPress } from '../../../live/index.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine, SentState } from '../../../surfaces/phone/kit/sent.js';
import { receiptMark } from '../../../surfaces/phone/kit/votes.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/notes.js';
import { SendState } from '../../../ui/send-state.js';

const FILTERS = ['all', 'going', 'votes', 'drafts'] as const;
type Filter = (typeof FILTERS)[number];
const panelsOf = (state: LiveState) => state.panels;

interface Item {
  id: string;
  kind: 'command' | 'vote' | 'support' | 'draft';
  title: string;
  at: number;
  isGoing: boolean;
  command?: StoredCommand;
  press?: StoredPress;
  href?: string;
}

/** Everything that I sent from this phone, its state and its receipts; votes cast on another device too. */
export default function MineScreen() {
  const t = useText();
  const items = useItems();
  const [filter, setFilter] = useState<Filter>('all');
  const tests: Record<Filter, (item: Item) => boolean> = { all: () => true, going: (item) => item.isGoing, votes: (item) => item.kind === 'vote', drafts: (item) => item.kind === 'draft' };
  const shown = items.filter(tests[filter]);
  return (
    <Screen title={t('p.mine')} tab="more" back="more">
      <div className="filters" role="group" aria-label={t('p.order')}>
        {FILTERS.map((each) => <button key={each} type="button" className="pill" aria-pressed={filter === each} onClick={() => setFilter(each)}>{t(`p.mine.${each}`, { n: items.filter(tests[each]).length })}</button>)}
      </div>
      {shown.length === 0 ? <EmptyState title={t('p.mine.none')}>{t('p.mine.none.do')}</EmptyState> : null}
      <ul className="items">{shown.map((item) => <Row key={item.id} item={item} />)}</ul>
    </Screen>
  );
}

/** Commands that a person recognises as something they did. */
const KNOWN = ['question.ask', 'question.withdraw', 'hand.raise', 'hand.lower', 'proposal.submit', 'proposal.edit', 'proposal.withdraw', 'proposal.sponsor', 'proposal.unsponsor', 'evidence.attach', 'amendment.suggest', 'reservation.record', 'consent.set', 'turn.end'] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (name: string): name is Known => (KNOWN as readonly string[]).includes(name);

function useItems(): Item[] {
  const t = useText();
  const core = useCore();
  const me = useMe();
  const pending = usePending();
  const panels = useLive(panelsOf);
  const { draftKey, path } = useWho();
  const commands = pending.commands.filter((row) => isKnown(row.envelope.name)).map((row): Item => ({
    id: row.id, kind: 'command', title: titleOf(row, t), at: row.savedAt, isGoing: row.state === 'saved' || row.state === 'sending', command: row,
  }));
  const presses = Object.values(pending.presses).map((press): Item => ({
    id: press.object, kind: press.name === 'ballot.cast' ? 'vote' : 'support', title: press.name === 'ballot.cast' ? voteTitle(core, press.object, t) : supportTitle(panels, press.object, t),
    at: press.savedAt, isGoing: press.state === 'saved' || press.state === 'sending', press,
  }));
  const elsewhere = Object.values(me?.presses ?? {}).filter((row) => voteOfBox(core, row.object) !== undefined && pending.presses[row.object] === undefined).map((row): Item => ({
    id: row.object, kind: 'vote', title: voteTitle(core, row.object, t), at: voteOfBox(core, row.object)?.openedAt ?? 0, isGoing: false,
    press: { box: '', object: row.object, name: 'ballot.cast', id: row.object, rev: row.rev, choice: row.choice, state: 'recorded', savedAt: 0, settledAt: null, attempts: 0, receipt: row, refusal: null },
  }));
  const drafts = listDrafts(draftKey('')).filter(({ key }) => /^(ask|propose|rank)\//u.test(key)).map(({ key, value }): Item => draftItem(key, value, t, path));
  return [...drafts, ...[...commands, ...presses, ...elsewhere].sort((a, b) => b.at - a.at)];
}

function draftItem(key: string, value: unknown, t: Translate, path: (screen?: string, id?: string) => string): Item {
  const [what = '', , id] = key.split('/');
  const text = (value as { text?: string; fields?: { text?: string; title?: string } } | null) ?? {};
  const words = text.text ?? ((text.fields?.title ?? '') === '' ? text.fields?.text : text.fields?.title) ?? '';
  const href = what === 'ask' ? path('ask') : what === 'rank' ? path('rank', key.split('/')[1]) : path('propose', id === 'new' ? undefined : id);
  return { id: `draft ${key}`, kind: 'draft', title: words === '' ? t(`p.mine.draft.${what as 'ask' | 'propose' | 'rank'}`) : words, at: Number.MAX_SAFE_INTEGER, isGoing: false, href };
}

function titleOf(row: StoredCommand, t: Translate): string {
  const payload = row.envelope.payload as { text?: string; fields?: { title?: string; text?: string } };
  const words = payload.text ?? (payload.fields?.title === '' ? undefined : payload.fields?.title) ?? payload.fields?.text ?? '';
  return words === '' ? t(`p.did.${row.envelope.name as Known}`) : t('p.did.with', { what: t(`p.did.${row.envelope.name as Known}`), words });
}

/** The vote, or an item of the agenda, whose ballots lie there. */
const voteOfBox = (core: CoreSlice | null, box: string): VoteHead | undefined => Object.values(core?.votes ?? {}).find((vote) => boxOf(vote) === box);

function voteTitle(core: CoreSlice | null, box: string, t: Translate): string {
  const vote = voteOfBox(core, box);
  if (vote?.agendaId != null) return t('p.did.agenda');
  return t(vote?.purpose === 'ranking' ? 'p.did.rank' : 'p.did.vote', { number: vote?.number ?? '' });
}

function supportTitle(panels: Readonly<Record<string, PanelSlice>>, questionId: string, t: Translate): string {
  const text = Object.values(panels).map((panel) => panel.questions[questionId]?.text).find((words) => words !== undefined);
  return text === undefined ? t('p.did.support') : t('p.did.with', { what: t('p.did.support'), words: text });
}

function Row({ item }: { item: Item }) {
  const t = useText();
  const { time } = useFormat();
  const space = useLiveSpace();
  const { command, press } = item;
  const row = command ?? press;
  const canDrop = command !== undefined && (command.state === 'refused' || (command.state === 'saved' && command.attempts === 0));
  return (
    <li className="stack-2">
      {item.href === undefined ? <span className="clamp"><bdi>{item.title}</bdi></span> : <a className="clamp" href={item.href}><bdi>{item.title}</bdi></a>}
      <div className="meta-line">
        {item.kind === 'draft' ? <SendState state="saved" words={t('p.draft.kept')} /> : null}
        {row?.state === 'recorded' ? <SentState state="recorded" /> : <SentLine row={row} />}
        {press?.receipt && item.kind === 'vote' ? <span className="num">{press.receipt.number === undefined ? null : t('p.mine.number', { n: String(press.receipt.number) })} <span translate="no">{receiptMark(press.receipt.hash)}</span></span> : null}
        {row === undefined || row.savedAt === 0 ? null : <span className="mute end">{time(row.savedAt)}</span>}
      </div>
      {canDrop ? <Button mini onClick={() => { void space.discard(command.id); }}>{t(command.state === 'refused' ? 'p.mine.dismiss' : 'p.mine.drop')}</Button> : null}
    </li>
  );
}
