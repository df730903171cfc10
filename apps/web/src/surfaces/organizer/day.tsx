import { useState } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { Checklist, checkPoints, type CheckPoint } from '../../features/dialogues/organizer/checklist.js';
import { PhaseActs } from '../../features/dialogues/organizer/phase-acts.js';
import { DayBoard, isOpenVote } from '../../features/panels/organizer/day-board.js';
import { standingOf, wallClock } from '../../features/panels/organizer/schedule.js';
import { DeskScreens } from '../../features/screens/console/desk-screens.js';
import { TimeAccountsDialog } from '../../features/speakers/console/time-accounts.js';
import { VoteResult } from '../../features/votes/console/last-result.js';
import { OpenRankingDialog } from '../../features/votes/console/open-dialogs.js';
import { VoteStage, type VoteAct } from '../../features/votes/console/vote-stage.js';
import { useFormat, useText } from '../../i18n/provider.js';
import type { Translate } from '../../i18n/translate.js';
import { useServerNow } from '../../live/index.js';
import { Button } from '../../ui/button.js';
import { GroupFigures } from '../../ui/group-sign.js';
import type { GroupView } from '../../ui/group.js';
import { IconClock } from '../../ui/icons/index.js';
import { Ring } from '../../ui/ring.js';
import { decisionResult, sumOf } from '../../ui/staff/outcome-words.js';
import { quorumNote } from '../../ui/staff/quorum-note.js';
import { quorumOf } from '../../ui/staff/quorum.js';
import type { May } from '../../ui/staff/use-may.js';
import '../console/console.css';

/** The day in one sentence. */
function headline(t: Translate, core: CoreSlice, now: number): string {
  const panels = Object.values(core.panels).sort((a, b) => a.number - b.number);
  const live = panels.filter((panel) => panel.phase !== 'scheduled' && panel.phase !== 'closed');
  if (core.phase === 'draft') return t('desk.day.draft', { n: checkPoints(core).filter((point) => point.missing > 0).length });
  if (core.phase !== 'open') return t(core.phase === 'closed' ? 'desk.day.closed' : 'desk.day.published');
  if (live.length > 0) return t('desk.day.live', { panels: live.map((panel) => panel.number).join(', ') });
  const next = panels.find((panel) => panel.phase === 'scheduled');
  if (next === undefined) return t('desk.day.done');
  if (next.startsAt === null) return t('desk.day.next', { n: next.number });
  const isLate = standingOf(next, core.setup?.date ?? '', now, wallClock(core.setup?.timeZone))?.kind === 'start-late';
  return t(isLate ? 'desk.day.next-late' : 'desk.day.next-at', { n: next.number, time: next.startsAt });
}

function Presence({ core, groups }: { core: CoreSlice; groups: readonly GroupView[] }) {
  const t = useText();
  const { number } = useFormat();
  const quorum = quorumOf(core);
  const figures = groups.map((group) => ({ group, value: core.presentByGroup[group.id] ?? 0, base: core.seatsByGroup[group.id] ?? 0, ...quorumNote(t, quorum?.groups.get(group.id)) }));
  const lead = t('console.present', { n: sumOf(core.presentByGroup), base: sumOf(core.seatsByGroup) });
  return <div className="day-gauge"><Ring size={96} groups={figures.map(({ group, value, base }) => ({ ...group, value, base }))} lead={lead} center={number(sumOf(core.presentByGroup))} /><div className="sm"><b>{lead}</b>{quorum?.overall == null ? null : <p title={t('quorum.base')}>{quorumNote(t, quorum.overall).note}</p>}<GroupFigures figures={figures} /></div></div>;
}

/** The ranking over the whole dialogue: once more before it closes. */
function WholeRanking({ core, groups, may }: { core: CoreSlice; groups: readonly GroupView[]; may: May }) {
  const t = useText();
  const [isOpening, setOpening] = useState(false);
  const [act, setAct] = useState<VoteAct>(null);
  const whole = Object.values(core.votes).filter((vote) => vote.panelId === null && vote.purpose === 'ranking').sort((a, b) => b.openedAt - a.openedAt);
  const open = whole.find(isOpenVote);
  const last = whole.find((vote) => vote.state === 'closed');
  const adopted = new Set(Object.values(core.votes).filter((vote) => vote.supersededBy === null && decisionResult(vote)?.adopted === true).map((vote) => vote.version?.proposalId)).size;
  if (open !== undefined) return <section className="section-gap stack-4"><VoteStage vote={open} core={core} slice={undefined} groups={groups} mayClose={may('vote.close')} mayPaper={false} open={act} setOpen={setAct} /></section>;
  return (
    <section className="section-gap stack-3">
      <div className="row"><h2 className="grow">{t('console.ranking.open-whole')}</h2>{core.phase === 'open' && may('ranking.open') ? <Button disabled={adopted < 2} onClick={() => setOpening(true)}>{t(last === undefined ? 'console.ranking.open' : 'console.ranking.again')}</Button> : null}</div>
      {last === undefined ? <p className="sm soft">{t('desk.day.whole-hint', { n: adopted })}</p> : <VoteResult vote={last} slice={undefined} groups={groups} mayDraw={may('ranking.draw-lot')} />}
      {isOpening ? <OpenRankingDialog core={core} groups={groups} panelId={null} options={adopted} onClose={() => setOpening(false)} /> : null}
    </section>
  );
}

function Foot({ core, groups, may }: { core: CoreSlice; groups: readonly GroupView[]; may: May }) {
  const t = useText();
  const { duration } = useFormat();
  const spoken = (groupId: string) => Object.values(core.panels).reduce((sum, panel) => sum + (panel.spokenMs[groupId] ?? 0), 0);
  const [isTime, setTime] = useState(false);
  return (
    <div className="day-foot sm soft">
      <DeskScreens core={core} mayPair={may('screen.pair')} mayShow={may('screen.show')} />
      <p><b>{t('desk.day.spoken')}</b><Button mini kind="quiet" icon={<IconClock />} onClick={() => setTime(true)}>{t('console.time')}</Button> {groups.map((group) => `${group.name} ${duration(Math.round(spoken(group.id) / 60_000) * 60_000)}`).join(' · ')}</p>
      <p><b>{t('desk.day.decisions')}</b>{t('desk.day.adopted', { n: Object.values(core.votes).filter((vote) => decisionResult(vote)?.adopted === true).length, base: Object.values(core.votes).filter((vote) => decisionResult(vote) !== null).length })}</p>
      {isTime ? <TimeAccountsDialog core={core} panels={Object.values(core.panels).sort((a, b) => a.number - b.number)} groups={groups} title={t('console.time.day-title')} onClose={() => setTime(false)} /> : null}
    </div>
  );
}

export interface DayProps { core: CoreSlice; groups: readonly GroupView[]; may: May; slug: string; hrefOf: (section: CheckPoint['section']) => string }

/** All panels of the day. */
export function Day({ core, groups, may, slug, hrefOf }: DayProps) {
  const t = useText();
  const { date, time } = useFormat();
  const now = useServerNow(10_000);
  const areAllClosed = Object.values(core.panels).every((panel) => panel.phase === 'closed') && !Object.values(core.votes).some(isOpenVote);
  return (
    <>
      <div className="head-line">
        <div className="grow"><p className="over">{date(now, 'weekday')}, {time(now)}</p><h1>{headline(t, core, now)}</h1></div>
        <PhaseActs core={core} mayOpen={may('dialogue.open')} mayClose={may('dialogue.close')} isPrimary={core.phase === 'draft' || areAllClosed} />
        <Presence core={core} groups={groups} />
      </div>
      {core.phase === 'draft' ? <Checklist core={core} hrefOf={hrefOf} /> : null}
      <DayBoard core={core} groups={groups} slug={slug} />
      {core.phase === 'draft' ? null : <WholeRanking core={core} groups={groups} may={may} />}
      <Foot core={core} groups={groups} may={may} />
    </>
  );
}
