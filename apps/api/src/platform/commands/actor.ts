/** Who gives a command, found by the edge from the session. */
export type Actor =
  | { kind: 'seat'; seatId: string }
  | { kind: 'account'; accountId: string }
  | { kind: 'screen'; screenId: string }
  | { kind: 'anonymous' }
  | { kind: 'system' };

/** Stable key of receipts and rates: the person, never the session or the socket. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'seat': return `seat:${actor.seatId}`;
    case 'account': return `account:${actor.accountId}`;
    case 'screen': return `screen:${actor.screenId}`;
    default: return actor.kind;
  }
}
