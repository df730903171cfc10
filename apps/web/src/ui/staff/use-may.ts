import type { CommandName } from '@tegerek/contracts/wire';
import { may, type ActorFacts, type ObjectFacts } from '@tegerek/rules';
import { useCore, useMe } from '../../live/index.js';

export type May = (name: CommandName, object?: Pick<ObjectFacts, 'authorSeat'>) => boolean;

/** Whether the signed-in seat may do something now, in a panel (or beside panels): the server's own table. */
export function useMay(panelId: string | null): May {
  const core = useCore();
  const me = useMe();
  return (name, object = {}) => {
    if (core === null || me === null) return false;
    const actor: ActorFacts = { kind: 'seat', seatId: me.seatId, groupId: me.groupId, roles: me.roles };
    const panel = panelId === null ? null : core.panels[panelId] ?? null;
    return may(name, actor, { dialoguePhase: core.phase, panel, ...object }) === null;
  };
}
