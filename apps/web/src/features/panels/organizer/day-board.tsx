import { useMemo } from 'react';
import type { CoreSlice, PanelHead, PanelSlice, VoteHead } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useCounter, usePanel, useServerNow } from '../../../live/index.js';
import { GradeMark, Tag, type Grade } from '../../../ui/badge.js';
import { ButtonLink } from '../../../ui/button.js';
import type { GroupView } from '../../../ui/group.js';
import { IconAlertTriangle } from '../../../ui/icons/index.js';
import { PHASES } from '../../../ui/phases.js';
import { Ring } from '../../../ui/ring.js';
import { useTurnout } from '../../../ui/staff/use-turnout.js';
import { decisionResult, sumOf, turnoutRing } from '../../../ui/staff/outcome-words.js';
import { PersonName } from '../../../ui/staff/person.js';
import { standingOf, wallClock } from './schedule.js';
import { toClose } from './to-close.js';

export const isOpenVote = (vote: VoteHead): boolean => vote.state === 'open' || vote.state === 'closing';

function OpenAct({ vote, groups }: { vote: VoteHead; groups: readonly GroupView[] }) {
  const t = useText();
  const { number } = useFormat();
  const cast = useTurnout(vote);
  const [n, base] = [sumOf(cast), sumOf(vote.electorateByGroup)];
  const lead = t(vote.purpose !== 'ranking' ? 'outcome.voted' : 'outcome.ranked', { n, base });
  return <div className="row"><Ring size={64} groups={turnoutRing(vote, cast, groups)} lead={lead} center={number(n)} /><p className="sm"><b>{vote.purpose !== 'ranking' ? t('desk.day.open-decision', { number: vote.number }) : t('desk.day.open-ranking')}</b><br />{lead}</p></div>;
}

function Grades({ votes }: { votes: readonly VoteHead[] }) {
  const t = useText();
  const grades = new Map<Grade, number>();
  for (const vote of votes) { const result = decisionResult(vote); if (result !== null) grades.set(result.grade, (grades.get(result.grade) ?? 0) + 1); }
  const closed = [...grades.values()].reduce((sum, n) => sum + n, 0);
  const adopted = votes.filter((vote) => decisionResult(vote)?.adopted === true).length;
  return <div className="chips sm"><b>{t('desk.day.adopted', { n: adopted, base: closed })}</b>{[...grades].map(([grade, n]) => <span key={grade} className="row-inline"><GradeMark grade={grade} /> {n}</span>)}</div>;
}

/** What a panel still lacks for its hour. */
function Lacking({ panel }: { panel: PanelHead }) {
  const t = useText();
  const missing = [panel.moderators.length === 0 && t('desk.lacks.moderator'), panel.rapporteurs.length === 0 && t('desk.lacks.rapporteur'), panel.startsAt === null && t('desk.lacks.time')].filter((words) => words !== false);
  return <div className="chips sm">{missing.length === 0 ? <span className="soft">{t('desk.day.prepared')}</span> : missing.map((words) => <Tag key={words} tone="warn" icon={<IconAlertTriangle />}>{words}</Tag>)}</div>;
}

/** Early or late, in words; what is late stands out. */
function Clock({ core, panel }: { core: CoreSlice; panel: PanelHead }) {
  const t = useText();
  const { duration } = useFormat();
  const now = useServerNow(10_000);
  const zone = core.setup?.timeZone;
  const wall = useMemo(() => wallClock(zone), [zone]);
  const standing = core.phase === 'draft' ? null : standingOf(panel, core.setup?.date ?? '', now, wall);
  if (standing === null) return null;
  const { kind, minutes } = standing;
  const words = kind === 'starts-in' && minutes === 0 ? t('day.now') : t(`day.${kind}`, { time: duration(minutes * 60_000) });
  return kind === 'start-late' || kind === 'over' ? <Tag tone="warn" icon={<IconAlertTriangle />}>{words}</Tag> : <span className="soft">{words}</span>;
}

function OpenPoll({ core, panel, slice, pollId }: { core: CoreSlice; panel: PanelHead; slice: PanelSlice | undefined; pollId: string }) {
  const t = useText();
  const n = sumOf(useCounter(pollId)?.byGroup ?? {});
  return <p className="sm"><b>{t('day.poll')}</b> <MultilingualText value={slice?.polls[pollId]?.setup.question} /><br />{t('poll.answered', { n, base: Math.max(n, sumOf(core.presentByGroup)) })}<span className="sr-only"> {panel.number}</span></p>;
}

/** What goes on in a panel that runs: who speaks, the poll, what waits for the moderator. */
function Running({ core, panel, slice }: { core: CoreSlice; panel: PanelHead; slice: PanelSlice | undefined }) {
  const t = useText();
  const waiting = Object.values(slice?.questions ?? {}).filter(({ status }) => status === 'waiting').length;
  const hands = slice?.hands.length ?? 0;
  return (
    <>
      {panel.turn === null ? null : <p className="sm"><b>{t('day.speaks')}</b> <PersonName seatId={panel.turn.seatId} /></p>}
      {panel.poll === null ? null : <OpenPoll core={core} panel={panel} slice={slice} pollId={panel.poll} />}
      {slice?.holder == null ? null : <p className="sm soft">{t('day.leads')} <PersonName seatId={slice.holder} /></p>}
      {waiting + hands === 0 ? null : <p className="sm soft dotted">{waiting === 0 ? null : <span>{t('day.waiting-questions', { n: waiting })}</span>}{hands === 0 ? null : <span>{t('day.hands', { n: hands })}</span>}</p>}
    </>
  );
}

/** What stands between the panel and its close. */
function Missing({ core, panel, slice }: { core: CoreSlice; panel: PanelHead; slice: PanelSlice | undefined }) {
  const t = useText();
  const missing = toClose(core, panel, slice);
  if (slice === undefined) return null;
  return (
    <div className="sm"><p className="mute">{t('day.missing')}</p>
      {missing.length === 0 ? <p className="hold">{t('day.missing.none')}</p> : <ul className="missing">{missing.map(({ kind, n, stops }) => <li key={kind} className={stops ? 'warn-words' : 'soft'}>{t(`day.missing.${kind}`, { n })}</li>)}</ul>}
    </div>
  );
}

function PanelRow({ core, panel, groups, slug }: { core: CoreSlice; panel: PanelHead; groups: readonly GroupView[]; slug: string }) {
  const t = useText();
  const votes = Object.values(core.votes).filter((vote) => vote.panelId === panel.id);
  const open = votes.find(isOpenVote);
  const at = PHASES.indexOf(panel.phase);
  const isLive = panel.phase !== 'scheduled' && panel.phase !== 'closed';
  const slice = usePanel(isLive ? panel.id : null);
  const hasResults = votes.some((vote) => vote.state === 'closed');
  return (
    <li className={isLive ? 'prow live' : 'prow'} aria-current={isLive ? 'true' : undefined}>
      <div><p className="time">{panel.startsAt ?? t('desk.day.no-time')}</p>{panel.endsAt === null ? null : <p className="sm mute">{t('desk.day.until', { time: panel.endsAt })}</p>}</div>
      <div><h2>{panel.number}. <MultilingualText value={panel.title} /></h2><p className="sm mute dotted"><MultilingualText value={panel.hall} />{panel.moderators.length === 0 ? null : <span>{panel.moderators.map((seatId, index) => <span key={seatId}>{index > 0 ? ', ' : ''}<PersonName seatId={seatId} /></span>)}</span>}</p></div>
      <div><ol className="phases" aria-label={t('ui.phases')}>{PHASES.map((phase, index) => <li key={phase} className={index === at && panel.phase !== 'closed' ? 'now' : index <= at ? 'done' : undefined}><span className="sr-only">{t(`phase.${phase}`)}</span></li>)}</ol><p className="sm phase-word"><b>{t(`phase.${panel.phase}`)}</b></p><p className="sm"><Clock core={core} panel={panel} /></p></div>
      <div className="stack-2">{open !== undefined ? <OpenAct vote={open} groups={groups} /> : hasResults ? <Grades votes={votes} /> : null}{isLive ? <><Running core={core} panel={panel} slice={slice} /><Missing core={core} panel={panel} slice={slice} /></> : open !== undefined || hasResults ? null : panel.phase === 'closed' ? <p className="sm soft">{t('desk.day.undecided')}</p> : <Lacking panel={panel} />}</div>
      <ButtonLink href={`/console/${slug}/${panel.id}`} kind={open !== undefined ? 'primary' : 'secondary'}>{t(panel.phase === 'closed' ? 'desk.day.record' : 'desk.day.console')}</ButtonLink>
    </li>
  );
}

/** All panels of the day: where each stands and what is open in it. */
export function DayBoard({ core, groups, slug }: { core: CoreSlice; groups: readonly GroupView[]; slug: string }) {
  const panels = Object.values(core.panels).sort((a, b) => a.number - b.number);
  return <ol className="board">{panels.map((panel) => <PanelRow key={panel.id} core={core} panel={panel} groups={groups} slug={slug} />)}</ol>;
}
