import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { pauseTurn } from '../domain/pause-turn.js';
import { TurnRow } from '../store/speaker.row.js';
import { putTurn, turnThatRuns } from '../store/speakers.store.js';

/** The clock stands; what follows is not spoken time. */
@Handles('turn.pause')
export class PauseTurnHandler implements CommandHandler<'turn.pause'> {
  async locate(work: Work, { turnId }: Payload<'turn.pause'>) {
    const turn = await work.get(TurnRow, turnId);
    return turn && { panelId: turn.panelId };
  }

  async execute(work: Work, { turnId }: Payload<'turn.pause'>, context: Context) {
    const turn = await turnThatRuns(work, turnId);
    if (turn instanceof Refuse) return turn;
    const next = pauseTurn(turn, context.now);
    if ('code' in next) return new Refuse(next);
    putTurn(work, { ...turn, ...next });
    work.emit('turn.paused', { turnId, panelId: turn.panelId, pausedAt: next.pausedAt }, { actor: context.seatId });
  }
}
