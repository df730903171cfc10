import type { CommandName, DialoguePhase, PanelPhase } from '@tegerek/contracts/wire';

/**
 * Capacities in which a command may be given.
 * `participant`: a seat in a group · `seat`: any seat · `author`: the seat that made the object · `moderator`, `rapporteur`: of the object's panel
 * (of any panel where the object has none) · `account`: a signed-in organizer account · `anonymous`: nobody signed in.
 */
export type Capacity = 'participant' | 'seat' | 'author' | 'moderator' | 'rapporteur' | 'organizer' | 'account' | 'administrator' | 'anonymous' | 'system';

export interface Permission {
  who: readonly Capacity[];
  /** Phases of the dialogue in which it is allowed; absent: all. */
  dialogue?: readonly DialoguePhase[];
  /** Phases of the panel in which it is allowed; absent: all. */
  panel?: readonly PanelPhase[];
}

const STAFF = ['organizer', 'moderator', 'rapporteur'] as const;
const CHAIR = ['organizer', 'moderator'] as const;
const LIVE = ['open'] as const;
const PREPARED = ['draft', 'open'] as const;
const FLOOR = ['open', 'discussion', 'formulation'] as const;
const UNTIL_FORMULATION = ['scheduled', 'open', 'discussion', 'formulation'] as const;
/** The panel has begun and is not closed. */
const RUNNING = ['open', 'discussion', 'formulation', 'decision', 'ranking'] as const;
const EDITING = ['discussion', 'formulation', 'decision'] as const;

/** Who may do what, when: the one table (product.md §5 «what is allowed when»). */
export const PERMISSIONS: Record<CommandName, Permission> = {
  'account.register': { who: ['anonymous', 'account'] },
  'account.invite': { who: ['administrator'] },
  // `system`: the demo of an empty installation
  'dialogue.create': { who: ['account', 'administrator', 'system'] },
  'dialogue.edit': { who: ['organizer'], dialogue: PREPARED },
  'dialogue.set-groups': { who: ['organizer'], dialogue: ['draft'] },
  'dialogue.set-rule': { who: ['organizer'], dialogue: PREPARED },
  'dialogue.open': { who: ['organizer'], dialogue: ['draft'] },
  'dialogue.close': { who: ['organizer'], dialogue: LIVE },
  'panel.set': { who: ['organizer'], dialogue: PREPARED },
  'panel.move-phase': { who: CHAIR, dialogue: LIVE },
  'seat.add': { who: ['organizer'], dialogue: PREPARED },
  'seat.set-roles': { who: ['organizer'], dialogue: PREPARED },
  'seat.reissue': { who: ['organizer'] },
  'seat.revoke': { who: ['organizer'] },
  'seat.join': { who: ['seat'], dialogue: LIVE },
  'seat.check-in': { who: CHAIR, dialogue: LIVE },
  'seat.leave': { who: ['seat', 'organizer', 'moderator'], dialogue: LIVE },
  'seat.set-language': { who: ['seat'] },
  'consent.set': { who: ['seat'] },
  'person.erase': { who: ['organizer'] },
  'registration.set': { who: ['organizer'], dialogue: PREPARED },
  'seat.register': { who: ['anonymous'], dialogue: PREPARED },
  'applicant.approve': { who: ['organizer'], dialogue: PREPARED },
  'applicant.decline': { who: ['organizer'], dialogue: PREPARED },
  'question.ask': { who: ['participant'], dialogue: LIVE, panel: FLOOR },
  'question.approve': { who: CHAIR, dialogue: LIVE },
  'question.decline': { who: CHAIR, dialogue: LIVE },
  'question.approve-many': { who: CHAIR, dialogue: LIVE },
  'question.decline-many': { who: CHAIR, dialogue: LIVE },
  'question.reopen': { who: CHAIR, dialogue: LIVE },
  'question.merge': { who: CHAIR, dialogue: LIVE },
  'question.unmerge': { who: CHAIR, dialogue: LIVE },
  'question.pin': { who: CHAIR, dialogue: LIVE },
  'question.answer': { who: STAFF, dialogue: LIVE },
  'question.withdraw': { who: ['author'], dialogue: LIVE },
  'hand.raise': { who: ['participant'], dialogue: LIVE, panel: FLOOR },
  'hand.enter': { who: CHAIR, dialogue: LIVE, panel: FLOOR },
  'hand.lower': { who: ['author', 'organizer', 'moderator'], dialogue: LIVE },
  'turn.start': { who: CHAIR, dialogue: LIVE, panel: ['open', 'discussion', 'formulation', 'decision', 'ranking'] },
  'turn.pause': { who: CHAIR, dialogue: LIVE },
  'turn.resume': { who: CHAIR, dialogue: LIVE },
  'turn.extend': { who: CHAIR, dialogue: LIVE },
  'turn.end': { who: ['author', 'organizer', 'moderator'], dialogue: LIVE },
  'screen.pair': { who: CHAIR, dialogue: PREPARED },
  'screen.set': { who: CHAIR, dialogue: PREPARED },
  'screen.release': { who: CHAIR },
  'screen.show': { who: CHAIR },
  'minutes.add': { who: STAFF, dialogue: LIVE },
  'minutes.edit': { who: STAFF, dialogue: ['open', 'closed'] },
  'proposal.submit': { who: ['participant', 'rapporteur'], dialogue: PREPARED, panel: UNTIL_FORMULATION },
  'proposal.edit': { who: ['author', ...STAFF], dialogue: PREPARED, panel: ['scheduled', 'open', ...EDITING] },
  'proposal.withdraw': { who: ['author', ...STAFF], dialogue: PREPARED },
  'proposal.take-up': { who: STAFF, dialogue: LIVE, panel: EDITING },
  'proposal.mark-ready': { who: STAFF, dialogue: LIVE, panel: EDITING },
  'proposal.sponsor': { who: ['participant'], dialogue: PREPARED, panel: ['scheduled', 'open', ...EDITING] },
  'proposal.unsponsor': { who: ['participant'], dialogue: PREPARED },
  'proposal.translate': { who: ['author', ...STAFF], dialogue: ['draft', 'open', 'closed'] },
  'proposal.check-translation': { who: STAFF, dialogue: ['draft', 'open', 'closed'] },
  'proposal.merge': { who: STAFF, dialogue: LIVE, panel: EDITING },
  'proposal.split': { who: STAFF, dialogue: LIVE, panel: EDITING },
  'amendment.suggest': { who: ['participant', ...STAFF], dialogue: PREPARED, panel: ['scheduled', 'open', ...EDITING] },
  'amendment.withdraw': { who: ['author'], dialogue: PREPARED },
  // `author`: of the proposal
  'amendment.accept': { who: ['author', ...STAFF], dialogue: PREPARED, panel: ['scheduled', 'open', ...EDITING] },
  'amendment.decline': { who: ['author', ...STAFF], dialogue: PREPARED, panel: ['scheduled', 'open', ...EDITING] },
  'amendment.line-up': { who: STAFF, dialogue: LIVE, panel: ['formulation', 'decision'] },
  'amendment.open-vote': { who: CHAIR, dialogue: LIVE, panel: ['decision'] },
  'evidence.attach': { who: ['participant', ...STAFF], dialogue: PREPARED, panel: ['scheduled', 'open', ...EDITING] },
  'evidence.withdraw': { who: ['author', ...STAFF], dialogue: PREPARED },
  'evidence.contest': { who: ['participant'], dialogue: PREPARED, panel: ['scheduled', 'open', ...EDITING] },
  'evidence.uncontest': { who: ['participant'], dialogue: PREPARED },
  'reservation.record': { who: ['participant'], dialogue: ['open', 'closed'] },
  'reservation.withdraw': { who: ['author'], dialogue: ['open', 'closed'] },
  'decision.open': { who: CHAIR, dialogue: LIVE, panel: ['decision'] },
  'ranking.open': { who: CHAIR, dialogue: LIVE, panel: ['ranking'] },
  'vote.close': { who: CHAIR, dialogue: LIVE },
  'vote.finish': { who: ['system'] },
  'vote.void': { who: CHAIR, dialogue: LIVE },
  'resolution.draft-set': { who: ['organizer'] },
  // anyone with a seat may have an item decided singly, before the opening and while it runs
  'agenda.list': { who: CHAIR, dialogue: LIVE, panel: ['formulation', 'decision'] },
  'agenda.pull-out': { who: ['participant', 'organizer', 'moderator'], dialogue: LIVE, panel: ['formulation', 'decision'] },
  'agenda.drop': { who: CHAIR, dialogue: LIVE },
  'agenda.open': { who: CHAIR, dialogue: LIVE, panel: ['decision'] },
  'paper.mark': { who: STAFF, dialogue: LIVE },
  'paper.enter': { who: STAFF, dialogue: LIVE },
  'paper.confirm': { who: STAFF, dialogue: LIVE },
  'paper.withdraw': { who: STAFF, dialogue: LIVE },
  'ranking.draw-lot': { who: CHAIR, dialogue: LIVE },
  'resolution.publish': { who: ['organizer'], dialogue: ['closed', 'published'] },
  'ballot.cast': { who: ['participant'], dialogue: LIVE },
  'question.support': { who: ['participant'], dialogue: LIVE, panel: FLOOR },
  'poll.draft': { who: STAFF, dialogue: PREPARED, panel: ['scheduled', ...RUNNING] },
  'poll.edit': { who: STAFF, dialogue: PREPARED },
  'poll.delete': { who: STAFF, dialogue: PREPARED },
  'poll.open': { who: CHAIR, dialogue: LIVE, panel: RUNNING },
  'poll.close': { who: CHAIR, dialogue: LIVE },
  'poll.expire': { who: ['system'] },
  'poll.show': { who: CHAIR, dialogue: ['open', 'closed'] },
  'poll.repeat': { who: CHAIR, dialogue: LIVE, panel: RUNNING },
  'poll.hide-text': { who: STAFF, dialogue: ['open', 'closed'] },
  'poll.answer': { who: ['participant'], dialogue: LIVE, panel: RUNNING },
  'console.hand-over': { who: CHAIR, dialogue: PREPARED },
};
