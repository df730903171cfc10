import { useState } from 'react';
import type { RankingRule, VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useCore, useDraft, useMe, usePanel, usePress, usePressState } from '../../../live/index.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { Turnout } from '../../../surfaces/phone/kit/turnout.js';
import { isOpen, myBallot, whyNot } from '../../../surfaces/phone/kit/votes.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { EmptyState, Note } from '../../../ui/notes.js';
import { RankList } from '../../../ui/rank-list.js';
import { SendState } from '../../../ui/send-state.js';
import { useReadRanking } from '../../../ui/staff/version-text.js';
import { Receipt } from './vote-screen.js';

export default function RankScreen({ id }: { id: string | null }) {
  const t = useText();
  const core = useCore();
  const { path } = useWho();
  const vote = core?.votes[id ?? ''];
  const late = usePressState(id ?? '')?.state === 'not-counted';
  if (vote === undefined) return <Screen title={t('p.rank.title')} tab="now" back="now"><EmptyState title={t('p.gone')} /></Screen>;
  if (!isOpen(vote)) {
    return (
      <Screen title={t('p.rank.title')} tab="now" back="now" action={vote.state === 'closed' ? <ButtonLink kind="primary" wide href={path('result', vote.voteId)}>{t('p.result.see')}</ButtonLink> : undefined}>
        {late ? <Note>{t('p.vote.late')}</Note> : null}<EmptyState title={t(vote.state === 'void' ? 'p.vote.void' : 'p.vote.closed')}>{vote.voidReason === null ? null : <bdi>{vote.voidReason}</bdi>}</EmptyState>
      </Screen>
    );
  }
  return <Ranking key={vote.voteId} vote={vote} />;
}

/** The order is this phone's own until it is sent; what happens in the hall does not move it. */
function Ranking({ vote: asked }: { vote: VoteHead }) {
  usePanel(asked.panelId); // where its translations are
  const vote = useReadRanking(asked);
  const t = useText();
  const me = useMe();
  const press = usePress();
  const { draftKey } = useWho();
  const row = usePressState(vote.voteId);
  const ballot = myBallot(me, row, vote.voteId);
  const [isChanging, setChanging] = useState(false);
  const draft = useDraft<string[]>(draftKey(`rank/${vote.voteId}`), []);
  const reason = me === null ? null : whyNot(me, vote);
  const limit = (vote.rule as RankingRule).top ?? vote.options.length;
  const items = vote.options.map((option) => ({ id: option.id, label: option.title === '' ? option.text : option.title, lang: option.language }));
  if (reason !== null) return <Screen title={t('p.rank.title')} tab="now" back="now"><Note kind="info">{t(`p.vote.why.${reason}`)}</Note><Options vote={vote} order={vote.options.map((option) => option.id)} /><Turnout vote={vote} /></Screen>;
  if (ballot !== null && !isChanging && ballot.state !== 'refused') {
    const order = ballot.choice as string[];
    return (
      <Screen title={t('p.rank.title')} tab="now" back="now" action={<Button wide onClick={() => { draft.set(order); setChanging(true); }}>{t('p.act.rerank')}</Button>}>
        <Receipt ballot={ballot} /><Options vote={vote} order={order} /><div className="rule pull"><Turnout vote={vote} lead={t('p.vote.resultLater')} /></div>
      </Screen>
    );
  }
  const order = draft.value.filter((option) => vote.options.some((each) => each.id === option));
  const submit = async () => {
    await press('ballot.cast', vote.voteId, order);
    draft.clear();
    setChanging(false);
  };
  return (
    <Screen
      title={t('p.rank.title')} tab="now" back="now"
      action={<>{draft.isKept && order.length > 0 ? <SendState state="saved" words={t('p.rank.kept')} /> : <p className="sm">{t('p.vote.listed')}</p>}<Button kind="primary" wide disabled={order.length === 0} onClick={() => { void submit(); }}>{t('p.rank.send', { n: order.length })}</Button></>}
    >
      <h2>{limit < vote.options.length ? t('p.rank.top', { n: limit }) : t('p.rank.all')}</h2>
      <p className="sm soft">{t('p.rank.how')}</p>
      <SentLine row={row?.state === 'refused' ? row : undefined} />
      <RankList label={t('p.rank.title')} items={items} value={order} onChange={draft.set} limit={limit} />
    </Screen>
  );
}

function Options({ vote, order }: { vote: VoteHead; order: readonly string[] }) {
  const named = order.flatMap((id) => vote.options.filter((option) => option.id === id));
  return <ol className="numbered">{named.map((option) => <li key={option.id} lang={option.language}><bdi>{option.title === '' ? option.text : option.title}</bdi></li>)}</ol>;
}
