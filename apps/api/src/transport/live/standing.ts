import type { Server, Socket } from 'socket.io';
import { actorKey, type Actor } from '../../platform/commands/actor.js';

/** Whom a socket acts as, by space. */
interface Joined {
  actors: ReadonlyMap<string, Actor>;
}

/**
 * Closes every socket whose session no longer gives the person whom it acts as: signed out, expired, revoked, or opened as another seat.
 * Notices of these come at once; this is for one that was lost. `resolve` reads for all who ask in one turn together. @returns how many were closed
 */
export async function closeWithoutStanding(server: Server, resolve: (socket: Socket, space: string, isScreen: boolean) => Promise<Actor>): Promise<number> {
  const closed = await Promise.all([...server.sockets.sockets.values()].map(async (socket) => {
    const held = [...(socket.data as Joined).actors].filter(([, actor]) => actor.kind !== 'anonymous');
    const now = await Promise.all(held.map(([space, actor]) => resolve(socket, space, actor.kind === 'screen')));
    if (held.every(([, actor], i) => actorKey(actor) === actorKey(now[i] ?? { kind: 'anonymous' }))) return 0;
    socket.disconnect(true);
    return 1;
  }));
  return closed.reduce<number>((sum, n) => sum + n, 0);
}
