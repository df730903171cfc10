import type { DecidedProposal, RankingOfResolution } from '../resolution-document.js';
import type { Writing } from './writing.js';

/** What a reader must know of how the figures came about: agenda, paper and hands, the scale. A block's reason is not here: it can be erased, a resolution cannot. */
export function addDecisionNotes({ say, to, groupName }: Writing, { agendaId, paper, overall }: DecidedProposal): void {
  if (agendaId !== null) to.paragraph(say('agenda.note'), 'item-meta');
  const { scale } = overall;
  if (scale !== null) to.paragraph(say('scale', { support: scale.support, live: scale.canLiveWith, reservations: scale.reservations, block: scale.block }), 'item-meta');
  for (const { groupId, how, ballots, enteredBy, confirmedBy } of paper) to.paragraph(say(`paper.${how}`, { group: groupName(groupId), ballots, entered: enteredBy, confirmed: confirmedBy }), 'item-meta');
  if (overall.invalid > 0) to.paragraph(say('paper.invalid', { n: overall.invalid }), 'item-meta');
}

/** The shortlist of a ranking, and the lot where one was drawn or is still needed. */
export function addShortlist({ say, to, groupName }: Writing, { shortlist, options }: RankingOfResolution): void {
  if (shortlist === null) return;
  const numberOf = (id: string): string => options.find((option) => option.id === id)?.number ?? id;
  to.paragraph(say('shortlist', { seats: shortlist.seats, selected: shortlist.selected.map(numberOf).join(', ') || '–' }));
  if (shortlist.lot !== null) to.paragraph(say('shortlist.lot', { numbers: shortlist.lot.map(({ groupId, number }) => `${groupName(groupId)} ${number}`).join(', ') }), 'meta');
  if (shortlist.waiting.length > 0) to.paragraph(say('shortlist.waiting', { options: shortlist.waiting.map(numberOf).join(', ') }), 'meta');
}
