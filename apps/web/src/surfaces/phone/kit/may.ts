import type { CommandName, PanelHead, RefusalCode } from '@tegerek/contracts/wire';
import { may } from '@tegerek/rules';
import { useCore, useMe } from '../../../live/index.js';

/** Whether I may give a command now: the same table as the server's. `null`: yes. */
export function useMay(): (name: CommandName, object?: { panel?: PanelHead | null; authorSeat?: string | null }) => RefusalCode | null {
  const core = useCore();
  const me = useMe();
  return (name, { panel = null, authorSeat = null } = {}) => {
    if (core === null || me === null) return 'request.not-found';
    const actor = { kind: 'seat', seatId: me.seatId, groupId: me.groupId, roles: me.roles } as const;
    return may(name, actor, { dialoguePhase: core.phase, panel, authorSeat });
  };
}
