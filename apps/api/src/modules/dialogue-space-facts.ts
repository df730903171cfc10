import { Injectable } from '@nestjs/common';
import { INSTANCE_SPACE } from '@tegerek/contracts';
import type { ActorFacts, ObjectFacts } from '@tegerek/rules';
import type { Actor } from '../platform/commands/actor.js';
import type { RowKey } from '../platform/commands/handler.js';
import { SpaceFacts } from '../platform/commands/space-facts.js';
import type { Work } from '../platform/commands/work.js';
import { DialogueRow, findDialogue } from './dialogues/index.js';
import { findPanel, PanelRow } from './panels/index.js';
import { AccountRow, findSeat, SeatRow } from './people/index.js';

/** What the bus authorises on, from the modules that own the facts. */
@Injectable()
export class DialogueSpaceFacts extends SpaceFacts {
  *rows(space: string, actor: Actor, panelId: string | undefined): Iterable<RowKey> {
    yield [DialogueRow, space];
    if (actor.kind === 'seat') yield [SeatRow, actor.seatId];
    if (panelId !== undefined) yield [PanelRow, panelId];
  }

  async actor(work: Work, actor: Actor): Promise<ActorFacts | undefined> {
    switch (actor.kind) {
      case 'seat': {
        const seat = await findSeat(work, actor.seatId);
        return seat && { kind: 'seat', seatId: seat.id, groupId: seat.groupId, roles: seat.roles };
      }
      case 'account': {
        const account = work.space === INSTANCE_SPACE ? await work.get(AccountRow, actor.accountId) : undefined;
        return account && { kind: 'account', administrator: account.administrator };
      }
      case 'screen': return undefined;
      case 'anonymous': case 'system': return { kind: actor.kind };
      default: return actor satisfies never;
    }
  }

  async dialoguePhase(work: Work): Promise<ObjectFacts['dialoguePhase']> {
    return (await findDialogue(work))?.phase;
  }

  async panel(work: Work, panelId: string): Promise<ObjectFacts['panel'] | undefined> {
    const panel = await findPanel(work, panelId);
    return panel && { phase: panel.phase, moderators: panel.setup.moderators, rapporteurs: panel.setup.rapporteurs };
  }
}
