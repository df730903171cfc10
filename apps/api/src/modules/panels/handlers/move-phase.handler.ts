import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { lowerHands, runningTurn } from '../../speakers/index.js';
import { movePhase } from '../domain/move-phase.js';
import { PanelRow } from '../store/panel.row.js';
import { findPanel, hasOpenPoll, votesOfPanel } from '../store/panels.store.js';

@Handles('panel.move-phase')
export class MovePhaseHandler implements CommandHandler<'panel.move-phase'> {
  locate(_work: Work, { panelId }: Payload<'panel.move-phase'>) {
    return { panelId };
  }

  async execute(work: Work, { panelId, to, reason }: Payload<'panel.move-phase'>, context: Context) {
    const panel = await findPanel(work, panelId);
    if (!panel) return refuse('request.not-found');
    const [turn, votes] = [await runningTurn(work, panelId), await votesOfPanel(work, panelId)];
    const moved = movePhase(
      { phase: panel.phase, rev: panel.rev, isTurnRunning: turn !== undefined, isPollOpen: await hasOpenPoll(work, panelId), openVotes: votes.open, closedDecisions: votes.closed },
      { to, reason, seenRev: context.expect?.rev },
    );
    if ('code' in moved) return new Refuse(moved);
    work.put(PanelRow, { ...panel, phase: moved.phase, rev: moved.rev });
    work.emit('panel.phase-moved', { panelId, from: panel.phase, to: moved.phase, rev: moved.rev, reason: moved.reason }, { actor: context.seatId });
    if (moved.closesFloor) await lowerHands(work, panelId);
  }
}
