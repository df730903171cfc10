import type { ReactNode } from 'react';
import type { CoreSlice, ScreenView } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useFormat, useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { useCounter, usePanel, useServerNow, useServerOffset } from '../../../live/index.js';
import { GradeMark } from '../../../ui/badge.js';
import { GroupSign } from '../../../ui/group-sign.js';
import { PollBars } from '../../../ui/poll/poll-bars.js';
import { meanOf } from '../../../ui/poll/poll-rows.js';
import { groupOf, useGroupViews } from '../../../ui/staff/group-views.js';
import { decisionResult, sumOf } from '../../../ui/staff/outcome-words.js';
import { useVoteTitles } from '../../../ui/staff/version-text.js';
import { Timer } from '../../../ui/timer.js';
import { useAnswered } from './poll-views.js';
import { RehearsalMark } from '../../../ui/rehearsal-mark.js';
import './overlay.css';

export type OverlayLayout = 'line' | 'corner';

/** A stream's layout from the page's address: `?overlay=line` (lower third) or `?overlay=corner`; null: a whole screen. */
export function overlayOf(search: string): OverlayLayout | null {
  const asked = new URLSearchParams(search).get('overlay');
  return asked === 'line' || asked === 'corner' ? asked : null;
}

const LONGEST = 150;
const short = (text: string): string => ([...text].length <= LONGEST ? text : `${[...text].slice(0, LONGEST - 1).join('')}…`);

function Plate({ over, children, end }: { over: ReactNode; children: ReactNode; end?: ReactNode }) {
  return <div className="plate"><p className="plate-over">{over}</p><div className="plate-main">{children}</div>{end === undefined ? null : <div className="plate-end">{end}</div>}</div>;
}

type Of<K extends ScreenView['kind']> = Extract<ScreenView, { kind: K }>;

function Speaker({ core, view }: { core: CoreSlice; view: Of<'speaker'> }) {
  const t = useText();
  const group = groupOf(useGroupViews(core.groups), view.groupId);
  const offsetMs = useServerOffset();
  const turn = core.panels[view.panelId]?.turn;
  const clock = turn?.turnId === view.turnId ? <Timer turn={turn} offsetMs={offsetMs} /> : undefined;
  return (
    <Plate over={t('hall.speaker')} end={clock}>
      <p className="plate-big">{view.name === '' ? (group === undefined ? <bdi>{view.organisation}</bdi> : <GroupSign group={group} />) : <bdi>{view.name}</bdi>}</p>
      <p className="plate-small">{group === undefined || view.name === '' ? null : <GroupSign group={group} />}{view.organisation === '' ? null : <bdi>{view.organisation}</bdi>}</p>
    </Plate>
  );
}

function Vote({ core, voteId }: { core: CoreSlice; voteId: string }) {
  const t = useText();
  const vote = core.votes[voteId];
  const cast = useCounter(voteId)?.byGroup ?? {};
  const titleOf = useVoteTitles();
  if (vote === undefined || vote.state === 'void') return null;
  const result = decisionResult(vote);
  const read = vote.version === null ? undefined : titleOf(vote);
  const [n, base] = [sumOf(vote.castByGroup ?? cast), sumOf(vote.electorateByGroup)];
  return (
    <Plate over={vote.purpose === 'amendment' ? t('amend.vote', { number: vote.number }) : vote.purpose !== 'ranking' ? t('hall.decision', { number: vote.number }) : t('hall.ranking')}>
      <p className="plate-text" lang={read?.lang}>{short(read?.title ?? t('hall.rank-now'))}</p>
      <p className="plate-small">{result === null ? t(vote.purpose !== 'ranking' ? 'outcome.voted' : 'outcome.ranked', { n, base }) : <><GradeMark grade={result.grade} /> {t('outcome.yes', { n: result.overall.yes, base: result.overall.cast })}</>}</p>
    </Plate>
  );
}

function Poll({ core, view }: { core: CoreSlice; view: Of<'poll'> }) {
  const poll = usePanel(view.panelId)?.polls[view.pollId];
  return poll === undefined ? null : <PollPlate core={core} poll={poll} />;
}

const MOST_WORDS = 6;

function PollPlate({ core, poll }: { core: CoreSlice; poll: NonNullable<ReturnType<typeof usePanel>>['polls'][string] }) {
  const t = useText();
  const { number, clock } = useFormat();
  const groups = useGroupViews(core.groups);
  const { n, base } = useAnswered(core, poll);
  const now = useServerNow(500);
  const { body } = poll.setup;
  const mean = poll.result === null ? null : meanOf(body, poll.result);
  return (
    <Plate over={poll.round > 1 ? `${t('hall.poll')}. ${t('poll.round', { n: poll.round })}` : t('hall.poll')} end={poll.state === 'open' && poll.closesAt !== null ? <p className="timer">{clock(Math.max(0, Math.ceil((poll.closesAt - now) / 1_000) * 1_000))}</p> : undefined}>
      <p className="plate-text"><MultilingualText value={poll.setup.question} /></p>
      {poll.result === null ? <p className="plate-small">{t('poll.answered', { n, base })}</p> : body.kind === 'text' ? <p className="plate-small words">{poll.result.cloud.slice(0, MOST_WORDS).map(({ key, text, n: times }) => <span key={key}><bdi>{text}</bdi> {number(times)}</span>)}</p> : <>{mean === null || body.kind !== 'scale' ? null : <p className="plate-small">{t('poll.mean', { value: number(mean, 1), steps: body.steps })}</p>}{mean === null ? <PollBars body={body} result={poll.result} groups={groups} /> : null}</>}
    </Plate>
  );
}

function Words({ view }: { view: Of<'text'> | Of<'break'> }) {
  const t = useText();
  const { locale } = useI18n();
  const text = short(textOf(view.text, locale).text);
  if (view.kind === 'text') return text === '' ? null : <Plate over=""><p className="plate-text">{text}</p></Plate>;
  return <Plate over=""><p className="plate-big">{t('hall.break')}</p>{text === '' ? null : <p className="plate-small">{text}</p>}</Plate>;
}

function Content({ core, view }: { core: CoreSlice; view: ScreenView }) {
  const t = useText();
  const group = groupOf(useGroupViews(core.groups), view.kind === 'question' ? view.groupId : null);
  switch (view.kind) {
    // what only a hall needs leaves the picture free
    case 'blank': case 'programme': case 'join': case 'agenda': return null;
    case 'break': case 'text': return <Words view={view} />;
    case 'question': return <Plate over={t('hall.question-of')}><p className="plate-text">{short(view.text)}</p><p className="plate-small">{group === undefined ? null : <GroupSign group={group} />}{view.author === null ? null : <bdi>{view.author}</bdi>}</p></Plate>;
    case 'speaker': return <Speaker core={core} view={view} />;
    case 'proposal': return <Plate over={t('hall.proposal', { number: view.number })}><p className="plate-text" lang={view.language}>{short(view.fields.title || view.fields.text)}</p></Plate>;
    case 'vote': return <Vote core={core} voteId={view.voteId} />;
    case 'poll': return <Poll core={core} view={view} />;
  }
}

/** What a stream lays over its picture: the same view as the hall's, on a plate; all else is transparent. */
export function OverlayView({ core, view, layout }: { core: CoreSlice; view: ScreenView; layout: OverlayLayout }) {
  return <main className={`overlay ${layout}`}><RehearsalMark /><Content core={core} view={view} /></main>;
}
