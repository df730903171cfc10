import type { floorRefusals as ru } from './floor-refusals.ru.js';

export const floorRefusals: Record<keyof typeof ru, string> = {
  'refusal.question.one-addressee': 'A question goes to one addressee: choose a person or a group.',
  'refusal.question.supported': 'Somebody supports this question already, so it cannot wait again. Merge it with a similar one, or mark it as answered.',
  'refusal.question.unpublished': 'The room has not seen this question yet. Approve it first, or merge the other way round.',
  'refusal.question.too-many-pinned': '{max} are pinned already. Unpin another question first.',
  'refusal.hand.no-group': 'This seat has no group, so it does not ask for the floor. Choose a participant of a group.',
  'refusal.turn.paused': 'The clock is stopped already.',
  'refusal.turn.running': 'The clock is running already.',
  'refusal.turn.not-longer': 'The turn is no shorter than that already. Choose a longer time.',
};
