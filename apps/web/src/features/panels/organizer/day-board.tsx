import type { CoreSlice, PanelHead, VoteHead } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useCounter } from '../../../live/index.js';
import { GradeMark, Tag, type Grade } from '../../../ui/badge.js';
import { ButtonLink } from '../../../ui/button.js';
import type { GroupView } from '../../../ui/group.js';
import { IconAlertTriangle } from '../../../ui/icons/index.js';
import { PHASES } from '../../../ui/phases.js';
import { Ring } from '../../../ui/ring.js';
import { decisionResult, sumOf, turnoutRing } from '../../../ui/staff/outcome-words.js';
import { PersonName } from '../../../ui/staff/person.js';

export const isOpenVote = (vote: VoteHead): boolean => vote.state === 'open' || vote.state === 'closing';

function OpenAct({ vote, groups }: { vote: VoteHead; groups: readonly GroupView[] }) {
  const t = useText();
  const { number } = useFormat();
  const cast = useCounter(vote.voteId)?.byGroup ?? {};
  const [n, base] = [sumOf(cast), sumOf(vote.electorateByGroup)];
  const lead = t(vote.purpose === 'decision' ? 'outcome.voted' : 'outcome.ranked', { n, base });
  return <div className="row"><Ring size={64} groups={turnoutRing(vote, cast, groups)} lead={lead} center={number(n)} /><p className="sm"><b>{vote.purpose === 'decision' ? t('desk.day.open-decision', { number: vote.number }) : t('desk.day.open-ranking')}</b><br />{lead}</p></div>;
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

function PanelRow({ core, panel, groups, slug }: { core: CoreSlice; panel: PanelHead; groups: readonly GroupView[]; slug: string }) {
  const t = useText();
  const votes = Object.values(core.votes).filter((vote) => vote.panelId === panel.id);
  const open = votes.find(isOpenVote);
  const at = PHASES.indexOf(panel.phase);
  const isLive = panel.phase !== 'scheduled' && panel.phase !== 'closed';
  const hasResults = votes.some((vote) => vote.state === 'closed');
  return (
    <li className={isLive ? 'prow live' : 'prow'} aria-current={isLive ? 'true' : undefined}>
      <div><p className="time">{panel.startsAt ?? t('desk.day.no-time')}</p>{panel.endsAt === null ? null : <p className="sm mute">{t('desk.day.until', { time: panel.endsAt })}</p>}</div>
      <div><h2>{panel.number}. <MultilingualText value={panel.title} /></h2><p className="sm mute dotted"><MultilingualText value={panel.hall} />{panel.moderators.length === 0 ? null : <span>{panel.moderators.map((seatId, index) => <span key={seatId}>{index > 0 ? ', ' : ''}<PersonName seatId={seatId} /></span>)}</span>}</p></div>
      <div><ol className="phases" aria-label={t('ui.phases')}>{PHASES.map((phase, index) => <li key={phase} className={index === at && panel.phase !== 'closed' ? 'now' : index <= at ? 'done' : undefined}><span className="sr-only">{t(`phase.${phase}`)}</span></li>)}</ol><p className="sm phase-word"><b>{t(`phase.${panel.phase}`)}</b></p></div>
      {open !== undefined ? <OpenAct vote={open} groups={groups} /> : hasResults ? <Grades votes={votes} /> : panel.turn !== null ? <p className="sm"><b>{t('console.speaks')}</b><br /><PersonName seatId={panel.turn.seatId} /></p> : panel.phase === 'closed' ? <p className="sm soft">{t('desk.day.undecided')}</p> : <Lacking panel={panel} />}
      <ButtonLink href={`/console/${slug}/${panel.id}`} kind={open !== undefined ? 'primary' : 'secondary'}>{t(panel.phase === 'closed' ? 'desk.day.record' : 'desk.day.console')}</ButtonLink>
    </li>
  );
}

/** All panels of the day: where each stands and what is open in it. */
export function DayBoard({ core, groups, slug }: { core: CoreSlice; groups: readonly GroupView[]; slug: string }) {
  const panels = Object.values(core.panels).sort((a, b) => a.number - b.number);
  return <ol className="board">{panels.map((panel) => <PanelRow key={panel.id} core={core} panel={panel} groups={groups} slug={slug} />)}</ol>;
}
