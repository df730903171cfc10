import type { CommandName, DialoguePhase, PanelPhase, RefusalCode, Role } from '@tegerek/contracts/wire';
import { PERMISSIONS, type Capacity } from './permissions.js';

/** What is known of who asks, read in the transaction (server) or from `me` (client). */
export interface ActorFacts {
  kind: 'seat' | 'account' | 'anonymous' | 'system';
  seatId?: string;
  groupId?: string | null;
  roles?: readonly Role[];
  administrator?: boolean;
}

/** What is known of the object. */
export interface ObjectFacts {
  dialoguePhase?: DialoguePhase;
  panel?: { phase: PanelPhase; moderators: readonly string[]; rapporteurs: readonly string[] } | null;
  authorSeat?: string | null;
}

/** `null`: allowed. A wrong capacity answers exactly as an unknown object does. */
export function may(name: CommandName, actor: ActorFacts, object: ObjectFacts): RefusalCode | null {
  const permission = PERMISSIONS[name];
  if (!permission.who.some((capacity) => hasCapacity(capacity, actor, object))) return 'request.not-found';
  if (permission.dialogue && object.dialoguePhase && !permission.dialogue.includes(object.dialoguePhase)) return 'dialogue.phase';
  if (permission.panel && object.panel && !permission.panel.includes(object.panel.phase)) return 'panel.phase';
  return null;
}

export function hasCapacity(capacity: Capacity, actor: ActorFacts, object: ObjectFacts): boolean {
  switch (capacity) {
    case 'system': return actor.kind === 'system';
    case 'anonymous': return actor.kind === 'anonymous';
    case 'account': return actor.kind === 'account';
    case 'administrator': return actor.kind === 'account' && actor.administrator === true;
    case 'seat': return actor.kind === 'seat';
    case 'participant': return actor.kind === 'seat' && typeof actor.groupId === 'string';
    case 'author': return actor.kind === 'seat' && actor.seatId !== undefined && actor.seatId === object.authorSeat;
    case 'organizer': return hasRole(actor, 'organizer');
    case 'moderator': return hasRole(actor, 'moderator') && servesPanel(actor, object, 'moderators');
    case 'rapporteur': return hasRole(actor, 'rapporteur') && servesPanel(actor, object, 'rapporteurs');
    default: return capacity satisfies never;
  }
}

const hasRole = (actor: ActorFacts, role: Role) => actor.kind === 'seat' && (actor.roles ?? []).includes(role);

/** An object without a panel is open to every holder of the role. */
function servesPanel(actor: ActorFacts, object: ObjectFacts, as: 'moderators' | 'rapporteurs'): boolean {
  return object.panel === undefined || object.panel === null || (actor.seatId !== undefined && object.panel[as].includes(actor.seatId));
}
