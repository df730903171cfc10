import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { TurnRow } from '../store/speaker.row.js';
import { endTurn, turnThatRuns } from '../store/speakers.store.js';

@Handles('turn.end')
export class EndTurnHandler implements CommandHandler<'turn.end'> {
  async locate(work: Work, { turnId }: Payload<'turn.end'>) {
    const turn = await work.get(TurnRow, turnId);
    return turn && { panelId: turn.panelId, authorSeat: turn.seatId };
  }

  async execute(work: Work, { turnId }: Payload<'turn.end'>, context: Context) {
    const turn = await turnThatRuns(work, turnId);
    if (turn instanceof Refuse) return turn;
    endTurn(work, turn, context.now);
  }
}
