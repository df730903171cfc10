import type { CoreSlice, PanelHead, PanelSlice, ProposalView, VoteHead } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../i18n/rich.js';
import { useI18n, useText } from '../../i18n/provider.js';
import { Discussed, NextQuestions, type QuestionAct } from '../../features/questions/console/discussed.js';
import type { QuestionActs } from '../../features/questions/console/use-question-acts.js';
import { proposalsOf, ProposalState } from '../../features/proposals/console/agenda.js';
import { headingOf } from '../../features/proposals/drafting/fields.js';
import { readText } from '../../features/proposals/drafting/read-text.js';
import { PollStage } from '../../features/polls/console/poll-stage.js';
import { SpeakerNow } from '../../features/speakers/console/speaker-now.js';
import type { Floor } from '../../features/speakers/console/use-floor.js';
import { AmendmentDesk } from '../../features/votes/console/amendment-desk.js';
import { AgendaDesk } from '../../features/votes/console/agenda-desk.js';
import { VoteResult } from '../../features/votes/console/last-result.js';
import { VoteStage, type VoteAct } from '../../features/votes/console/vote-stage.js';
import type { Act } from '../../live/use-act.js';
import { Button } from '../../ui/button.js';
import type { GroupView } from '../../ui/group.js';
import { IconListNumbers, IconLock } from '../../ui/icons/index.js';
import { EmptyState, Note } from '../../ui/notes.js';
import { ProposalName } from '../../ui/staff/proposal-name.js';
import type { May } from '../../ui/staff/use-may.js';
import type { Show } from '../../ui/staff/use-show.js';

export interface RoomProps {
  core: CoreSlice;
  panel: PanelHead;
  slice: PanelSlice | undefined;
  groups: readonly GroupView[];
  floor: Floor;
  show: Show;
  may: May;
  openVote: VoteHead | undefined;
  pollAct: Act;
  voteAct: VoteAct;
  setVoteAct: (act: VoteAct) => void;
  questionAct: QuestionAct;
  setQuestionAct: (act: QuestionAct) => void;
  onDecide: (proposalId: string) => void;
  onRank: () => void;
  onProposal: (proposalId: string) => void;
  acts: QuestionActs;
  onQuestions: () => void;
}

export const votesOf = (core: CoreSlice, panelId: string): VoteHead[] =>
  Object.values(core.votes).filter((vote) => vote.panelId === panelId).sort((a, b) => b.openedAt - a.openedAt);

export const toDecide = (slice: PanelSlice | undefined): ProposalView[] =>
  proposalsOf(slice).filter((proposal) => proposal.status === 'submitted' || proposal.status === 'in-formulation');

export const shownQuestion = (slice: PanelSlice | undefined, show: Show) => {
  const question = show.shown?.kind === 'question' ? slice?.questions[show.shown.questionId] : undefined;
  return question?.status === 'public' ? question : undefined;
};

/** What the room does now, by the phase of the panel and what is open in it. */
export function Room(props: RoomProps) {
  const { panel, openVote } = props;
  if (openVote !== undefined) return <VoteStage vote={openVote} core={props.core} slice={props.slice} groups={props.groups} mayClose={props.may('vote.close')} mayPaper={props.may('paper.enter')} open={props.voteAct} setOpen={props.setVoteAct} />;
  if (panel.poll !== null) return <Polling {...props} pollId={panel.poll} />;
  switch (panel.phase) {
    case 'scheduled': return <Scheduled {...props} />;
    case 'open': case 'discussion': case 'formulation': return <Discussion {...props} />;
    case 'decision': return <Deciding {...props} />;
    case 'ranking': return <Ranking {...props} />;
    case 'closed': return <Closed {...props} />;
  }
}

/** A poll is open: it stands first, the floor goes on below it. */
function Polling({ core, panel, slice, groups, floor, show, may, pollAct, pollId }: RoomProps & { pollId: string }) {
  const poll = slice?.polls[pollId];
  const isOnScreen = show.shown?.kind === 'poll' && show.shown.pollId === pollId;
  return (
    <>
      {poll === undefined ? null : <PollStage core={core} groups={groups} poll={poll} act={pollAct} mayClose={may('poll.close')} isPrimary onShow={isOnScreen || !may('screen.show') ? undefined : () => show.show({ kind: 'poll', panelId: panel.id, pollId })} onClose={() => { void pollAct.run('poll.close', { pollId }); }} />}
      {panel.turn === null && floor.queue.length === 0 ? null : <div className="box-q"><SpeakerNow panel={panel} groups={groups} floor={floor} isPrimary={false} mayGive={may('turn.start')} /></div>}
    </>
  );
}

function Scheduled({ core, panel }: RoomProps) {
  const t = useText();
  return (
    <section className="stack-3">
      <EmptyState title={t('console.room.scheduled')}>{core.phase === 'open' ? t('console.room.scheduled-hint') : t('console.room.dialogue-not-open')}</EmptyState>
      <p className="over">{t('console.room.outcome')}</p>
      <p className="proposal-text"><MultilingualText value={panel.outcome} /></p>
    </section>
  );
}

function Discussion({ core, panel, slice, groups, floor, show, may, questionAct, setQuestionAct, acts, onQuestions, onProposal }: RoomProps) {
  const t = useText();
  const texts = panel.phase === 'formulation' ? toDecide(slice) : [];
  const question = shownQuestion(slice, show);
  const mayShow = may('screen.show');
  return (
    <>
      <SpeakerNow panel={panel} groups={groups} floor={floor} isPrimary mayGive={may('turn.start')} />
      {question === undefined ? null : <Discussed panel={panel} slice={slice} question={question} groups={groups} show={show} acts={acts} mayPin={may('question.pin')} mayAnswer={may('question.answer')} mayPropose={may('proposal.submit')} open={questionAct} setOpen={setQuestionAct} />}
      {texts.length === 0 ? null : <section className="stack-2"><h2>{t('console.proposals')}</h2><ProposalRows core={core} panel={panel} proposals={texts} onProposal={onProposal} /></section>}
      <NextQuestions core={core} panel={panel} slice={slice} groups={groups} show={show} mayShow={mayShow} onAll={onQuestions} />
      {panel.phase === 'formulation' ? <AgendaDesk core={core} panel={panel} slice={slice} groups={groups} proposals={texts} headingOf={headingOf} mayList={may('agenda.list')} mayOpen={false} /> : null}
    </>
  );
}

function Deciding({ core, panel, slice, groups, floor, may, onDecide }: RoomProps) {
  const t = useText();
  const { locale } = useI18n();
  const [last] = votesOf(core, panel.id).filter((vote) => vote.state === 'closed');
  const next = toDecide(slice).find((proposal) => proposal.ready);
  const mayOpen = may('decision.open');
  const read = next === undefined || slice === undefined ? undefined : readText(next, slice.translations, locale);
  const amendments = Object.values(slice?.amendments ?? {}).filter(({ proposalId, status }) => proposalId === next?.proposalId && status === 'open').length;
  const isListed = Object.values(core.agendas).some((agenda) => agenda.panelId === panel.id && agenda.state === 'listed');
  return (
    <>
      {panel.turn === null && floor.queue.length === 0 ? null : <SpeakerNow panel={panel} groups={groups} floor={floor} isPrimary={false} mayGive={may('turn.start')} />}
      {next === undefined ? <EmptyState title={t(toDecide(slice).length === 0 ? 'console.room.all-decided' : 'console.room.none-ready')}>{t(toDecide(slice).length === 0 ? 'console.room.all-decided-hint' : 'console.room.none-ready-hint')}</EmptyState> : (
        <section className="stack-3">
          <p className="over">{t('console.room.next-decision', { number: `${panel.number}.${next.number}` })}</p>
          <h2><ProposalName proposal={next} heading={headingOf(next)} /></h2>
          {next.fields.title === '' || read === undefined ? null : <p className="clamp-3 soft" lang={read.lang}><bdi>{read.fields.text}</bdi></p>}
          {amendments > 0 ? <Note kind="info">{t('amend.left', { n: amendments })}</Note> : null}
          {mayOpen ? <div className="do"><Button kind={isListed || amendments > 0 ? 'secondary' : 'primary'} icon={<IconLock />} kbd="O" onClick={() => onDecide(next.proposalId)}>{t('console.vote.open-confirm', { number: `${panel.number}.${next.number}` })}</Button></div> : null}
        </section>
      )}
      {slice === undefined ? null : toDecide(slice).filter(({ status }) => status === 'in-formulation').map((proposal) => <AmendmentDesk key={proposal.proposalId} core={core} panel={panel} slice={slice} groups={groups} proposal={proposal} heading={headingOf(proposal)} mayLineUp={may('amendment.line-up')} mayOpen={may('amendment.open-vote') && proposal.ready} />)}
      <AgendaDesk core={core} panel={panel} slice={slice} groups={groups} proposals={toDecide(slice)} headingOf={headingOf} mayList={may('agenda.list')} mayOpen={may('agenda.open')} />
      {last === undefined ? null : <div className="box-q"><VoteResult vote={last} slice={slice} groups={groups} onCorrect={mayOpen && last.purpose === 'decision' && last.version !== null && last.supersededBy === null ? () => onDecide(last.version?.proposalId ?? '') : undefined} /></div>}
    </>
  );
}

function Ranking({ core, panel, slice, groups, may, onRank }: RoomProps) {
  const t = useText();
  const [last] = votesOf(core, panel.id).filter((vote) => vote.purpose === 'ranking' && vote.state === 'closed');
  const adopted = proposalsOf(slice).filter((proposal) => proposal.status === 'adopted');
  return (
    <>
      {last === undefined ? (
        <section className="stack-3">
          <h2>{t('console.room.ranking', { n: adopted.length })}</h2>
          <p className="soft">{t(adopted.length < 2 ? 'console.room.ranking-none' : 'console.room.ranking-hint')}</p>
          <ul className="room-list">{adopted.map((proposal) => <li key={proposal.proposalId}><b>{panel.number}.{proposal.number}</b><ProposalName proposal={proposal} heading={headingOf(proposal)} /><ProposalState proposal={proposal} core={core} /></li>)}</ul>
        </section>
      ) : <VoteResult vote={last} slice={slice} groups={groups} mayDraw={may('ranking.draw-lot')} />}
      {may('ranking.open') && adopted.length >= 2 ? <div className="do"><Button kind={last === undefined ? 'primary' : 'secondary'} icon={<IconListNumbers />} kbd="O" onClick={onRank}>{t(last === undefined ? 'console.ranking.open' : 'console.ranking.again')}</Button></div> : null}
    </>
  );
}

/** Proposals with their state; each opens in the middle. */
function ProposalRows({ core, panel, proposals, onProposal }: Pick<RoomProps, 'core' | 'panel' | 'onProposal'> & { proposals: readonly ProposalView[] }) {
  return <ul className="room-list">
      {proposals.map((proposal) => <li key={proposal.proposalId}><b>{panel.number}.{proposal.number}</b><button type="button" className="btn quiet text-left" onClick={() => onProposal(proposal.proposalId)}><ProposalName proposal={proposal} heading={headingOf(proposal)} /></button><ProposalState proposal={proposal} core={core} /></li>)}
    </ul>;
}

function Closed({ core, panel, slice, groups, may, onProposal }: RoomProps) {
  const t = useText();
  const [ranking] = votesOf(core, panel.id).filter((vote) => vote.purpose === 'ranking' && vote.state === 'closed');
  const proposals = proposalsOf(slice);
  return (
    <>
      <section className="stack-3">
        <h2>{t('console.room.closed')}</h2>
        {proposals.length === 0 ? <p className="soft">{t('console.room.closed-empty')}</p> : null}
        <ProposalRows core={core} panel={panel} proposals={proposals} onProposal={onProposal} />
      </section>
      {ranking === undefined ? null : <div className="box-q"><VoteResult vote={ranking} slice={slice} groups={groups} mayDraw={may('ranking.draw-lot')} /></div>}
    </>
  );
}
