import { useEffect, useRef, useState } from 'react';
import type { CoreSlice, PanelHead, ScreenRequest } from '@tegerek/contracts/wire';
import { useText } from '../../i18n/provider.js';
import { Minutes } from '../../features/minutes/console/minutes.js';
import { PhaseSteps, useStep } from '../../features/panels/console/phase-steps.js';
import type { LeadAct } from '../../features/panels/console/lead.js';
import { CheckInDialog } from '../../features/people/console/check-in.js';
import { PollDesk } from '../../features/polls/console/poll-desk.js';
import { Agenda } from '../../features/proposals/console/agenda.js';
import { ProposalDesk } from '../../features/proposals/console/proposal-desk.js';
import { headingOf } from '../../features/proposals/drafting/fields.js';
import type { QuestionAct } from '../../features/questions/console/discussed.js';
import { Inbox, waitingQuestions } from '../../features/questions/console/inbox.js';
import { QuestionsDesk } from '../../features/questions/console/questions-desk.js';
import { useQuestionActs } from '../../features/questions/console/use-question-acts.js';
import { HallFoot, type HallAct } from '../../features/screens/console/hall-foot.js';
import { Queue } from '../../features/speakers/console/queue.js';
import { EnterHandDialog } from '../../features/speakers/console/enter-hand.js';
import { TimeAccountsDialog } from '../../features/speakers/console/time-accounts.js';
import { useFloor } from '../../features/speakers/console/use-floor.js';
import { OpenDecisionDialog, OpenRankingDialog } from '../../features/votes/console/open-dialogs.js';
import { ReadyList } from '../../features/votes/console/ready-list.js';
import type { VoteAct } from '../../features/votes/console/vote-stage.js';
import { usePanel } from '../../live/index.js';
import { useAct } from '../../live/use-act.js';
import { Button } from '../../ui/button.js';
import { IconChartBar, IconClock, IconFileText, IconUsers } from '../../ui/icons/index.js';
import { ConsoleFrame } from '../../ui/layouts/console-frame.js';
import { useGroupViews } from '../../ui/staff/group-views.js';
import { useKeys } from '../../ui/staff/use-keys.js';
import { useMay } from '../../ui/staff/use-may.js';
import { useShow } from '../../ui/staff/use-show.js';
import { ConsoleHead } from './console-head.js';
import { KeysDialog } from './keys-dialog.js';
import { Room, shownQuestion, toDecide } from './room.js';
import './console.css';
import './floor.css';

type Focus = { kind: 'room' } | { kind: 'questions' } | { kind: 'polls' } | { kind: 'proposal'; proposalId: string } | { kind: 'minutes' };
type Open = 'help' | 'enter' | 'time' | 'check-in' | 'rank' | { decide: string } | null;

/** The state of one console: what is in the middle, and which dialog is open. */
function useConsole(core: CoreSlice, panel: PanelHead) {
  const slice = usePanel(panel.id);
  const [focus, setFocus] = useState<Focus>({ kind: 'room' });
  const [open, setOpen] = useState<Open>(null);
  const [voteAct, setVoteAct] = useState<VoteAct>(null);
  const [questionAct, setQuestionAct] = useState<QuestionAct>(null);
  const [hall, setHall] = useState<HallAct>(null);
  const [lead, setLead] = useState<LeadAct>(null);
  const [declining, setDeclining] = useState<string | null>(null);
  const [step, setStep] = useStep();
  const openVote = Object.values(core.votes).find((vote) => (vote.panelId === panel.id || vote.panelId === null) && (vote.state === 'open' || vote.state === 'closing'));
  useEffect(() => { setFocus({ kind: 'room' }); setOpen(null); setLead(null); }, [panel.id]);
  return { slice, focus, setFocus, open, setOpen, voteAct, setVoteAct, questionAct, setQuestionAct, hall, setHall, lead, setLead, declining, setDeclining, step, setStep, openVote, floor: useFloor(core, panel, slice), show: useShow(panel.id), may: useMay(panel.id), acts: useQuestionActs(panel.id, slice), pollAct: useAct() };
}

type State = ReturnType<typeof useConsole>;

function useConsoleKeys(state: State, panel: PanelHead, showNext: { current: () => void }): void {
  const { slice, may, floor, openVote, show } = state;
  const question = shownQuestion(slice, show);
  const [waiting] = waitingQuestions(slice);
  const [ready] = toDecide(slice).filter((proposal) => proposal.ready);
  const when = (isAllowed: boolean, act: () => void) => (isAllowed ? act : undefined);
  useKeys({
    KeyN: when(may('turn.start'), floor.giveNext), KeyE: when(may('turn.start') && panel.turn !== null, floor.end),
    KeyT: when(may('turn.pause') && panel.turn !== null, floor.pause), KeyX: when(may('turn.extend') && panel.turn !== null, floor.extend),
    KeyQ: when(waiting !== undefined && may('question.approve'), () => { if (waiting !== undefined) void state.acts.approve([waiting.questionId]); }),
    KeyW: when(waiting !== undefined && may('question.decline'), () => state.setDeclining(waiting?.questionId ?? null)),
    KeyA: when(question !== undefined && may('question.answer'), () => state.setQuestionAct('answer')),
    KeyR: when(question !== undefined && may('proposal.submit'), () => state.setQuestionAct('propose')),
    KeyF: when(may('panel.move-phase'), () => state.setStep('forward')), 'Shift+KeyF': when(may('panel.move-phase'), () => state.setStep('back')),
    KeyO: when(openVote === undefined, () => {
      if (panel.phase === 'ranking' && may('ranking.open')) state.setOpen('rank');
      else if (ready !== undefined && may('decision.open')) state.setOpen({ decide: state.focus.kind === 'proposal' ? state.focus.proposalId : ready.proposalId });
    }),
    KeyC: when((openVote?.state === 'open' && may('vote.close')) || (openVote === undefined && panel.poll !== null && may('poll.close')), () => {
      if (openVote !== undefined) state.setVoteAct('close');
      else if (panel.poll !== null) void state.pollAct.run('poll.close', { pollId: panel.poll });
    }),
    KeyL: () => state.setFocus({ kind: 'polls' }), KeyG: when(may('console.hand-over'), () => state.setLead('take')),
    KeyZ: when(may('screen.show') && show.before !== null, show.back), KeyK: when(may('screen.show'), () => show.show({ kind: 'blank' })),
    KeyP: when(may('screen.show'), () => showNext.current()), KeyB: when(may('screen.show'), () => state.setHall('break')),
    KeyD: when(question !== undefined && may('question.pin'), () => { if (question !== undefined) state.acts.pin(question); }), KeyU: when(state.acts.last !== null && may('question.reopen'), state.acts.undo),
    KeyJ: () => state.setFocus({ kind: 'questions' }), KeyH: when(may('hand.enter'), () => state.setOpen('enter')), KeyY: () => state.setOpen('time'),
    KeyI: when(may('seat.check-in'), () => state.setOpen('check-in')), KeyM: () => state.setFocus({ kind: 'minutes' }),
    Escape: () => state.setFocus({ kind: 'room' }), 'Shift+Slash': () => state.setOpen('help'), 'Shift+Digit7': () => state.setOpen('help'), F1: () => state.setOpen('help'),
  });
}

function Nav({ core, panel, state }: { core: CoreSlice; panel: PanelHead; state: State }) {
  const t = useText();
  const { slice, may, focus } = state;
  const isQuiet = state.openVote === undefined && panel.turn === null && state.floor.queue.length === 0 && focus.kind === 'room';
  const isStepNext = isQuiet && (panel.phase === 'decision' ? !toDecide(slice).some((each) => each.ready) : panel.phase !== 'ranking' || Object.values(core.votes).some((vote) => vote.panelId === panel.id && vote.purpose === 'ranking' && vote.state === 'closed'));
  return (
    <>
      <PhaseSteps panel={panel} core={core} mayMove={may('panel.move-phase')} isPrimary={isStepNext} step={state.step} setStep={state.setStep} />
      <Agenda panelNumber={panel.number} slice={slice} core={core} chosen={focus.kind === 'proposal' ? focus.proposalId : null} onChoose={(proposalId) => state.setFocus({ kind: 'proposal', proposalId })} />
      <div className="side-tools">
        <Button mini kind="quiet" title={t('pd.title')} icon={<IconChartBar />} kbd="L" onClick={() => state.setFocus({ kind: 'polls' })}>{t('pd.title')}</Button>
        <Button mini kind="quiet" title={t('console.minutes')} icon={<IconFileText />} kbd="M" onClick={() => state.setFocus({ kind: 'minutes' })}>{t('console.minutes')}</Button>
        <Button mini kind="quiet" title={t('console.time')} icon={<IconClock />} kbd="Y" onClick={() => state.setOpen('time')}>{t('console.time')}</Button>
        {may('seat.check-in') ? <Button mini kind="quiet" title={t('console.check-in')} icon={<IconUsers />} kbd="I" onClick={() => state.setOpen('check-in')}>{t('console.check-in')}</Button> : null}
      </div>
    </>
  );
}

function Side({ core, panel, state }: { core: CoreSlice; panel: PanelHead; state: State }) {
  const groups = useGroupViews(core.groups);
  const { slice, floor, may, openVote } = state;
  const hasWaiting = waitingQuestions(slice).length > 0;
  const isDeciding = panel.phase === 'decision';
  const isFloorOpen = panel.phase !== 'decision' && panel.phase !== 'ranking' && panel.phase !== 'closed';
  return (
    <>
      <Queue core={core} panel={panel} groups={groups} floor={floor} mayGive={may('turn.start')} onEnter={may('hand.enter') ? () => state.setOpen('enter') : undefined} />
      {isDeciding ? <ReadyList panelNumber={panel.number} proposals={toDecide(slice)} headingOf={headingOf} isBusy={openVote !== undefined} mayOpen={may('decision.open')} onOpen={(proposalId) => state.setOpen({ decide: proposalId })} /> : null}
      {isFloorOpen || hasWaiting ? <Inbox slice={slice} groups={groups} acts={state.acts} onAll={() => state.setFocus({ kind: 'questions' })} mayDecide={may('question.approve')} declining={state.declining} setDeclining={state.setDeclining} /> : null}
    </>
  );
}

function Dialogs({ core, panel, state }: { core: CoreSlice; panel: PanelHead; state: State }) {
  const t = useText();
  const groups = useGroupViews(core.groups);
  const { open, slice } = state;
  const close = () => state.setOpen(null);
  if (open === null) return null;
  if (open === 'help') return <KeysDialog onClose={close} />;
  if (open === 'enter') return <EnterHandDialog panelId={panel.id} onClose={close} />;
  if (open === 'time') return <TimeAccountsDialog core={core} panels={[panel]} groups={groups} title={t('console.time.panel-title', { n: panel.number })} onClose={close} />;
  if (open === 'check-in') return <CheckInDialog core={core} onClose={close} />;
  if (open === 'rank') return <OpenRankingDialog core={core} groups={groups} panelId={panel.id} options={Object.values(slice?.proposals ?? {}).filter((each) => each.status === 'adopted').length} onClose={close} />;
  const proposal = slice?.proposals[open.decide];
  return proposal === undefined ? null : <OpenDecisionDialog core={core} groups={groups} proposal={proposal} number={`${panel.number}.${proposal.number}`} heading={headingOf(proposal)} onClose={close} />;
}

function Middle({ core, panel, state }: { core: CoreSlice; panel: PanelHead; state: State }) {
  const groups = useGroupViews(core.groups);
  const { focus, slice, may } = state;
  const back = () => state.setFocus({ kind: 'room' });
  if (focus.kind === 'questions' && slice !== undefined) return <QuestionsDesk core={core} panel={panel} slice={slice} groups={groups} acts={state.acts} show={state.show} may={may} onBack={back} />;
  if (focus.kind === 'minutes') return <Minutes panelId={panel.id} slice={slice} mayAdd={may('minutes.add')} mayEdit={may('minutes.edit')} onBack={back} />;
  if (focus.kind === 'polls') return <PollDesk core={core} panel={panel} slice={slice} groups={groups} show={state.show} may={may} onBack={back} />;
  const proposal = focus.kind === 'proposal' ? slice?.proposals[focus.proposalId] : undefined;
  if (slice !== undefined && proposal !== undefined) {
    const mayDecide = state.openVote === undefined && may('decision.open');
    return <ProposalDesk panel={panel} core={core} proposal={proposal} slice={slice} groups={groups} may={may} onBack={back} onOpen={(proposalId) => state.setFocus({ kind: 'proposal', proposalId })} onShow={() => state.show.show({ kind: 'proposal', proposalId: proposal.proposalId })} onDecide={mayDecide ? () => state.setOpen({ decide: proposal.proposalId }) : undefined} />;
  }
  return (
    <Room
      core={core} panel={panel} slice={slice} groups={groups} floor={state.floor} show={state.show} may={may} openVote={state.openVote} pollAct={state.pollAct} voteAct={state.voteAct} setVoteAct={state.setVoteAct}
      questionAct={state.questionAct} setQuestionAct={state.setQuestionAct} onDecide={(decide) => state.setOpen({ decide })} onRank={() => state.setOpen('rank')} onProposal={(proposalId) => state.setFocus({ kind: 'proposal', proposalId })} acts={state.acts} onQuestions={() => state.setFocus({ kind: 'questions' })}
    />
  );
}

export interface ConsoleScreenProps { core: CoreSlice; panel: PanelHead; panels: readonly PanelHead[]; hrefOf: (panelId: string) => string; onChoose: (panelId: string) => void }

/** One running panel on one screen. */
export function ConsoleScreen({ core, panel, panels, hrefOf, onChoose }: ConsoleScreenProps) {
  const t = useText();
  const state = useConsole(core, panel);
  const showNext = useRef<() => void>(() => undefined);
  useConsoleKeys(state, panel, showNext);
  const focusView: ScreenRequest | null = state.focus.kind === 'proposal' ? { kind: 'proposal', proposalId: state.focus.proposalId } : null;
  const foot = (
    <HallFoot
      core={core} panel={panel} slice={state.slice} focus={focusView} show={state.show} mayShow={state.may('screen.show')} mayPair={state.may('screen.pair')} open={state.hall} setOpen={state.setHall}
      onHelp={() => state.setOpen('help')} bindShow={(act) => { showNext.current = act; }}
    />
  );
  return (
    <ConsoleFrame
      head={<ConsoleHead core={core} panel={panel} slice={state.slice} mayLead={state.may('console.hand-over')} lead={state.lead} setLead={state.setLead} panels={panels} hrefOf={hrefOf} onChoose={onChoose} />} names={{ nav: t('ui.phases'), side: t('console.queue') }}
      nav={<Nav core={core} panel={panel} state={state} />} side={<Side core={core} panel={panel} state={state} />} foot={foot}
    >
      <Middle core={core} panel={panel} state={state} />
      <Dialogs core={core} panel={panel} state={state} />
    </ConsoleFrame>
  );
}
