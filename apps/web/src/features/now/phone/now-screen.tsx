import { lazy, Suspense } from 'react';
import type { CoreSlice, PanelHead, VoteHead } from '@tegerek/contracts/wire';
import { MultilingualText, useFormat, useText } from '../../../i18n/index.js';
import { boxOf } from '@tegerek/rules';
import { useCore, useMe, usePanel, usePressState, useServerOffset } from '../../../live/index.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { PanelCard, PanelPicker } from '../../../surfaces/phone/kit/panel-head.js';
import { GroupOf, PersonName } from '../../../surfaces/phone/kit/person.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentState } from '../../../surfaces/phone/kit/sent.js';
import { FiguresRing, Turnout } from '../../../surfaces/phone/kit/turnout.js';
import { isOpen, myBallot, togetherWith, votesOf, whyNot } from '../../../surfaces/phone/kit/votes.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { useVoteTitles } from '../../../ui/staff/version-text.js';
import { GradeMark, Tag, type Grade } from '../../../ui/badge.js';
import { IconChevronRight, IconMicrophone } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { Timer } from '../../../ui/timer.js';
import { AgendaLines, ListedAgenda } from './listed-agenda.js';
import { NowAction } from './now-action.js';

const PollCard = lazy(async () => ({ default: (await import('../../../surfaces/phone/kit/poll/poll-card.js')).PollCard }));
const PollResult = lazy(async () => ({ default: (await import('../../../surfaces/phone/kit/poll/poll-result.js')).PollResult }));

/** The phone's home: the panel, the phase, and the one thing that I can do at present. */
export default function NowScreen() {
  const core = useCore();
  const { door } = useWho();
  const { panel } = useCurrentPanel();
  if (core === null) return null;
  const title = <MultilingualText value={core.setup?.title ?? door.title} />;
  if (core.phase === 'draft' || panel === null) return <Screen title={title} tab="now"><NotYet core={core} /></Screen>;
  const open = votesOf(core, panel.id).find(isOpen);
  // an open poll is the one thing to do, and is done where it stands
  const isPolling = open === undefined && panel.poll !== null;
  return (
    <Screen title={title} tab="now" action={isPolling ? undefined : <NowAction core={core} panel={panel} vote={open} />}>
      <PanelPicker />
      <PanelCard panel={panel} />
      {open === undefined ? null : <OpenVote vote={open} />}
      <NowPoll panel={panel} />
      {open === undefined ? <Meanwhile core={core} panel={panel} /> : null}
    </Screen>
  );
}

/** The poll that is open, or the result that was shown last. */
function NowPoll({ panel }: { panel: PanelHead }) {
  const t = useText();
  const { path } = useWho();
  const slice = usePanel(panel.id);
  const polls = Object.values(slice?.polls ?? {});
  const open = polls.find((poll) => poll.state === 'open');
  if (open !== undefined) return <Suspense><PollCard poll={open} /></Suspense>;
  const [last] = polls.filter((poll) => poll.state === 'closed').sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  return last?.result == null ? null : <Suspense><PollResult poll={last} slice={slice} /><a className="door" href={path('polls')}><span>{t('p.polls')}</span><IconChevronRight /></a></Suspense>;
}

function NotYet({ core }: { core: CoreSlice }) {
  const t = useText();
  const { path } = useWho();
  const { date } = useFormat();
  const day = core.setup?.date ?? '';
  return <EmptyState title={t('p.now.draft')} action={<a className="btn" href={path('programme')}>{t('p.programme')}</a>}>{day === '' ? t('p.now.draft.do') : t('p.now.draft.day', { day: date(day, 'long') })}</EmptyState>;
}

/** What the room votes on, and how many have. */
function OpenVote({ vote }: { vote: VoteHead }) {
  const t = useText();
  const me = useMe();
  const press = usePressState(boxOf(vote));
  const titleOf = useVoteTitles();
  const ballot = myBallot(me, press, boxOf(vote));
  const core = useCore();
  const together = core === null ? [vote] : togetherWith(core, vote);
  const reason = me === null ? null : whyNot(me, vote);
  return (
    <section className="rule stack-3" aria-live="polite">
      <p className="row"><Tag tone="live">{t(vote.state === 'closing' ? 'p.vote.closing' : vote.purpose === 'ranking' ? 'p.now.ranking' : vote.purpose === 'amendment' ? 'amend.open' : vote.agendaId === null ? 'p.now.decision' : 'p.now.agenda')}</Tag>{ballot === null ? null : <span className="end"><SentState state={ballot.state} /></span>}</p>
      {vote.agendaId !== null ? <><p className="lead">{t('p.now.agenda.lead', { n: together.length })}</p><AgendaLines items={together.map((each) => { const { title, lang } = titleOf(each); return { id: each.voteId, number: each.number, title, language: lang }; })} /></> : vote.version === null ? null : <p className="lead" lang={titleOf(vote).lang}><b>{vote.number}.</b> <bdi>{titleOf(vote).title}</bdi></p>}
      {vote.purpose === 'ranking' ? <p className="lead">{t('p.now.ranking.lead', { n: vote.options.length })}</p> : null}
      <Turnout vote={vote} />
      {reason === null ? null : <p className="sm soft">{t(`p.vote.why.${reason}`)}</p>}
    </section>
  );
}

/** No vote: who speaks, what came out last, who is here. */
function Meanwhile({ core, panel }: { core: CoreSlice; panel: PanelHead }) {
  const t = useText();
  const last = votesOf(core, panel.id).find((vote) => vote.state === 'closed');
  return (
    <>
      {panel.turn === null ? null : <Speaking panel={panel} />}
      <ListedAgenda core={core} panel={panel} />
      {last === undefined ? null : <LastResult vote={last} />}
      {panel.phase === 'scheduled' || panel.phase === 'open' ? <section className="rule"><h2 className="label">{t('p.outcome')}</h2><p className="soft"><MultilingualText value={panel.outcome} /></p></section> : null}
      <section className="rule"><FiguresRing lead={t('p.presence')} value={core.presentByGroup} base={core.seatsByGroup} sentence="p.presence.words" /></section>
    </>
  );
}

function Speaking({ panel }: { panel: PanelHead }) {
  const t = useText();
  const offsetMs = useServerOffset();
  if (panel.turn === null) return null;
  const { seatId, groupId } = panel.turn;
  return (
    <section className="rule split">
      <div><Tag tone="live" icon={<IconMicrophone />}>{t('p.speak.now')}</Tag><p className="lead"><b><PersonName seatId={seatId} /></b></p><GroupOf groupId={groupId} /></div>
      <Timer turn={panel.turn} offsetMs={offsetMs} />
    </section>
  );
}

function LastResult({ vote }: { vote: VoteHead }) {
  const t = useText();
  const { path } = useWho();
  const grade = vote.result?.['grade'] as Grade | undefined;
  return (
    <a className="rule door" href={path('result', vote.voteId)}>
      <span><span className="over">{t(vote.purpose === 'ranking' ? 'p.result.ranking' : vote.purpose === 'amendment' ? 'amend.result' : 'p.result.decision', { number: vote.number })}</span>{grade === undefined ? <b>{t('p.result.see')}</b> : <GradeMark grade={grade} />}</span>
      <IconChevronRight />
    </a>
  );
}
