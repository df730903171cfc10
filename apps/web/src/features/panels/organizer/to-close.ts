import type { CoreSlice, PanelHead, PanelSlice } from '@tegerek/contracts/wire';

/** What stands between a panel and its close. `stops`: the server refuses the close while it is so. */
export interface ToClose { kind: 'vote' | 'poll' | 'turn' | 'not-taken-up' | 'not-ready' | 'undecided' | 'nothing-decided'; n: number; stops: boolean }

const count = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length;

/** In the order in which it is to be dealt with. Pure; a panel that has not begun, or is closed, lacks nothing here. */
export function toClose(core: Pick<CoreSlice, 'votes'>, panel: PanelHead, slice: PanelSlice | undefined): ToClose[] {
  if (panel.phase === 'scheduled' || panel.phase === 'closed') return [];
  const votes = Object.values(core.votes).filter((vote) => vote.panelId === panel.id);
  const proposals = Object.values(slice?.proposals ?? {});
  const decided = count(votes, (vote) => vote.purpose === 'decision' && vote.state === 'closed');
  const all: ToClose[] = [
    { kind: 'vote', n: count(votes, (vote) => vote.state === 'open' || vote.state === 'closing'), stops: true },
    { kind: 'poll', n: Number(panel.poll !== null), stops: true },
    { kind: 'turn', n: Number(panel.turn !== null), stops: true },
    { kind: 'not-taken-up', n: count(proposals, ({ status }) => status === 'submitted'), stops: false },
    { kind: 'not-ready', n: count(proposals, ({ status, ready }) => status === 'in-formulation' && !ready), stops: false },
    { kind: 'undecided', n: count(proposals, ({ status, ready }) => status === 'in-formulation' && ready), stops: false },
    // then the close asks for a reason
    { kind: 'nothing-decided', n: Number(decided === 0), stops: false },
  ];
  return all.filter(({ n }) => n > 0);
}
