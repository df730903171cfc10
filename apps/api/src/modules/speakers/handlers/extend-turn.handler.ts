import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { extendTurn } from '../domain/pause-turn.js';
import { TurnRow } from '../store/speaker.row.js';
import { putTurn, turnThatRuns } from '../store/speakers.store.js';

/** A longer turn; never a shorter one than was promised. */
@Handles('turn.extend')
export class ExtendTurnHandler implements CommandHandler<'turn.extend'> {
  async locate(work: Work, { turnId }: Payload<'turn.extend'>) {
    const turn = await work.get(TurnRow, turnId);
    return turn && { panelId: turn.panelId };
  }

  async execute(work: Work, { turnId, limitMs }: Payload<'turn.extend'>, context: Context) {
    const turn = await turnThatRuns(work, turnId);
    if (turn instanceof Refuse) return turn;
    const next = extendTurn(turn, limitMs);
    if ('code' in next) return new Refuse(next);
    putTurn(work, { ...turn, ...next });
    work.emit('turn.extended', { turnId, panelId: turn.panelId, limitMs }, { actor: context.seatId });
  }
}
