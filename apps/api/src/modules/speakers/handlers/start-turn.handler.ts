import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { startTurn } from '../domain/start-turn.js';
import { HandRow, TurnRow } from '../store/speaker.row.js';
import { endTurn, putHand, putTurn, raisedHand, runningTurn } from '../store/speakers.store.js';

/** Gives the floor; who had it stops. */
@Handles('turn.start')
export class StartTurnHandler implements CommandHandler<'turn.start'> {
  locate(_work: Work, { panelId }: Payload<'turn.start'>) {
    return { panelId };
  }

  async execute(work: Work, payload: Payload<'turn.start'>, context: Context) {
    const { turnId, panelId, limitMs } = payload;
    const running = await runningTurn(work, panelId);
    const hand = payload.handId !== null ? await work.get(HandRow, payload.handId) : payload.seatId !== null ? await raisedHand(work, panelId, payload.seatId) : undefined;
    const next = startTurn(payload, { turnId: running?.id ?? null, hand });
    if ('code' in next) return new Refuse(next);
    const seat = await findSeat(work, next.seatId);
    if (!seat) return refuse('request.not-found', { path: payload.handId === null ? 'seatId' : 'handId' });
    if (await work.taken(TurnRow, turnId)) return refuse('request.id-reused', { path: 'turnId' });
    if (running) endTurn(work, running, context.now);
    if (hand?.isUp) putHand(work, { ...hand, isUp: false });
    const turn = { panelId, seatId: seat.id, groupId: seat.groupId, handId: next.handId, startedAt: context.now, limitMs };
    putTurn(work, { id: turnId, space: work.space, ...turn, pausedAt: null, pausedMs: 0, endedAt: null });
    work.emit('turn.started', { turnId, ...turn });
  }
}
