import type { Payload } from '@tegerek/contracts';
import { Refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { resumeTurn } from '../domain/pause-turn.js';
import { TurnRow } from '../store/speaker.row.js';
import { putTurn, turnThatRuns } from '../store/speakers.store.js';

/** The clock goes on where it stood. */
@Handles('turn.resume')
export class ResumeTurnHandler implements CommandHandler<'turn.resume'> {
  async locate(work: Work, { turnId }: Payload<'turn.resume'>) {
    const turn = await work.get(TurnRow, turnId);
    return turn && { panelId: turn.panelId };
  }

  async execute(work: Work, { turnId }: Payload<'turn.resume'>, context: Context) {
    const turn = await turnThatRuns(work, turnId);
    if (turn instanceof Refuse) return turn;
    const next = resumeTurn(turn, context.now);
    if ('code' in next) return new Refuse(next);
    putTurn(work, { ...turn, ...next });
    work.emit('turn.resumed', { turnId, panelId: turn.panelId, pausedMs: next.pausedMs }, { actor: context.seatId });
  }
}
