import type { EndedTurn, TurnView } from '@tegerek/contracts/wire';
import { spentOf } from './turn-clock.js';

export interface TimeFacts {
  turns: readonly EndedTurn[];
  running: TurnView | null;
  panellists: readonly string[];
}

/** Milliseconds spoken, pauses left out. */
export interface TimeAccounts {
  totalMs: number;
  /** Of who the programme names as speakers, and of everybody else. */
  panellistsMs: number;
  floorMs: number;
  bySeat: Record<string, number>;
  /** `''`: seats without a group. */
  byGroup: Record<string, number>;
  /** `''`: no region known. */
  byRegion: Record<string, number>;
}

/** Who spoke how long in these panels together, at the server's instant `now`. A seat counts as a panellist in the panels that name it. */
export function timeAccounts(panels: readonly TimeFacts[], regionOf: (seatId: string) => string, now: number): TimeAccounts {
  const accounts: TimeAccounts = { totalMs: 0, panellistsMs: 0, floorMs: 0, bySeat: {}, byGroup: {}, byRegion: {} };
  for (const { turns, running, panellists } of panels) {
    const named = new Set(panellists);
    for (const turn of turns) add(accounts, turn, turn.spentMs, named, regionOf);
    if (running !== null) add(accounts, running, spentOf(running, now), named, regionOf);
  }
  return accounts;
}

function add(accounts: TimeAccounts, { seatId, groupId }: { seatId: string; groupId: string | null }, ms: number, panellists: ReadonlySet<string>, regionOf: (seatId: string) => string): void {
  accounts.totalMs += ms;
  accounts[panellists.has(seatId) ? 'panellistsMs' : 'floorMs'] += ms;
  bump(accounts.bySeat, seatId, ms);
  bump(accounts.byGroup, groupId ?? '', ms);
  bump(accounts.byRegion, regionOf(seatId), ms);
}

function bump(account: Record<string, number>, key: string, ms: number): void {
  account[key] = (account[key] ?? 0) + ms;
}
