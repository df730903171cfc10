import type { AgendaHead, EventType, Snapshot, VoteHead } from '@tegerek/contracts/wire';
import { withCore, withPanel, type Reducers } from './reducer.js';
import { changeVote } from './votes.js';

const changeAgenda = (snapshot: Snapshot, agendaId: string, change: (agenda: AgendaHead) => Partial<AgendaHead>): Snapshot => {
  const agenda = snapshot.core.agendas[agendaId];
  return agenda ? withCore(snapshot, { agendas: { ...snapshot.core.agendas, [agendaId]: { ...agenda, ...change(agenda) } } }) : snapshot;
};

/** Every vote whose ballots lie in this box: the vote itself, or the items of the agenda. */
const changeBox = (snapshot: Snapshot, object: string, change: (vote: VoteHead) => Partial<VoteHead>): Snapshot =>
  Object.values(snapshot.core.votes).filter((vote) => (vote.agendaId ?? vote.voteId) === object).reduce((folded, vote) => changeVote(folded, vote.voteId, change(vote)), snapshot);

type Collective = Extract<EventType, `agenda.${string}` | `paper.${string}` | 'vote.block-reasoned' | 'ranking.lot-drawn'>;

export const collectiveReducers: Reducers<Collective> = {
  'agenda.listed': (snapshot, { agendaId, panelId, items }) =>
    withCore(snapshot, { agendas: { ...snapshot.core.agendas, [agendaId]: { agendaId, panelId, state: 'listed', items: items.map((item) => ({ ...item, pulledOut: false })) } } }),
  'agenda.pulled-out': (snapshot, { agendaId, proposalId }) =>
    changeAgenda(snapshot, agendaId, ({ items }) => ({ items: items.map((item) => (item.proposalId === proposalId ? { ...item, pulledOut: true } : item)) })),
  'agenda.pull-asked': (snapshot, { panelId, ...asked }) => withPanel(snapshot, panelId, ({ pullAsked }) => ({ pullAsked: [...pullAsked, asked] })),
  'agenda.dropped': (snapshot, { agendaId }) => changeAgenda(snapshot, agendaId, () => ({ state: 'dropped' })),
  'agenda.opened': (snapshot, { agendaId }) => changeAgenda(snapshot, agendaId, () => ({ state: 'opened' })),
  'paper.marked': (snapshot, { object, onPaper }) => changeBox(snapshot, object, () => ({ onPaper })),
  'paper.seats-marked': (snapshot, { panelId, object, seats, onPaper }) => withPanel(snapshot, panelId, ({ paperSeats }) => {
    const named = seats.map(({ number }) => number);
    const others = (paperSeats[object] ?? []).filter((number) => !named.includes(number));
    return { paperSeats: { ...paperSeats, [object]: (onPaper ? [...others, ...named] : others).sort((a, b) => a - b) } };
  }),
  'paper.entered': (snapshot, { object, entryId, groupId, how, ballots, by }) =>
    changeBox(snapshot, object, ({ piles }) => ({ piles: [...piles, { entryId, groupId, how, ballots, enteredBy: by, confirmedBy: null }] })),
  'paper.confirmed': (snapshot, { object, entryId, by }) =>
    changeBox(snapshot, object, ({ piles }) => ({ piles: piles.map((pile) => (pile.entryId === entryId ? { ...pile, confirmedBy: by } : pile)) })),
  'paper.withdrawn': (snapshot, { object, entryId }) => changeBox(snapshot, object, ({ piles }) => ({ piles: piles.filter((pile) => pile.entryId !== entryId) })),
  'vote.block-reasoned': (snapshot, { voteId, panelId, ...reason }) => (panelId === null ? snapshot : withPanel(snapshot, panelId, ({ blockReasons }) => ({
    blockReasons: { ...blockReasons, [voteId]: [...(blockReasons[voteId] ?? []), reason] },
  }))),
  'ranking.lot-drawn': (snapshot, { voteId, ...lot }) => changeVote(snapshot, voteId, { lot }),
};
