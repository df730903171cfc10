import type { CoreSlice, PanelHead, PanelSlice, ScreenRequest, ScreenView } from '@tegerek/contracts/wire';

export interface Candidate { key: string; request: ScreenRequest; view: ScreenView }

/** What could be shown next, the most fitting first. */
export function candidatesOf(core: CoreSlice, panel: PanelHead, slice: PanelSlice | undefined, focus: ScreenRequest | null, speaker: string): Candidate[] {
  const list: Candidate[] = [];
  const add = (request: ScreenRequest, view: ScreenView) => list.push({ key: JSON.stringify(request), request, view });
  const votes = Object.values(core.votes).filter((vote) => vote.panelId === panel.id && vote.state !== 'void').sort((a, b) => b.openedAt - a.openedAt);
  const addVote = ({ voteId }: { voteId: string }) => add({ kind: 'vote', voteId }, { kind: 'vote', voteId });
  const open = votes.find((vote) => vote.state !== 'closed');
  if (open !== undefined) addVote(open);
  const polls = Object.values(slice?.polls ?? {}).filter(({ state }) => state !== 'draft').sort((x, y) => (y.openedAt ?? 0) - (x.openedAt ?? 0));
  const addPoll = ({ pollId }: { pollId: string }) => add({ kind: 'poll', panelId: panel.id, pollId }, { kind: 'poll', panelId: panel.id, pollId });
  for (const poll of polls.filter(({ state }) => state === 'open')) addPoll(poll);
  const ready = panel.phase === 'decision' ? Object.values(slice?.proposals ?? {}).filter((each) => each.status === 'in-formulation' && each.ready).sort((a, b) => a.number - b.number)[0] : undefined;
  const proposalId = focus?.kind === 'proposal' ? focus.proposalId : ready?.proposalId;
  const proposal = proposalId === undefined ? undefined : slice?.proposals[proposalId];
  if (proposal !== undefined) add({ kind: 'proposal', proposalId: proposal.proposalId }, { kind: 'proposal', proposalId: proposal.proposalId, number: `${panel.number}.${proposal.number}`, language: proposal.language, fields: proposal.fields });
  for (const vote of votes.slice(0, 4)) if (vote !== open) addVote(vote);
  if (panel.turn !== null) add({ kind: 'speaker', panelId: panel.id }, { kind: 'speaker', panelId: panel.id, turnId: panel.turn.turnId, name: speaker, organisation: '', groupId: panel.turn.groupId });
  for (const poll of polls.filter(({ result }) => result !== null).slice(0, 4)) addPoll(poll);
  add({ kind: 'join' }, { kind: 'join' });
  add({ kind: 'agenda', panelId: panel.id }, { kind: 'agenda', panelId: panel.id });
  add({ kind: 'programme' }, { kind: 'programme' });
  add({ kind: 'blank' }, { kind: 'blank' });
  return list;
}
