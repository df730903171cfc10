import type { floorPhone as ru } from './floor-phone.ru.js';

export const floorPhone: Record<keyof typeof ru, string> = {
  'p.questions.newest': 'Newest',
  'p.questions.all-groups': 'Wanted by all groups',
  'p.ask.to.group': 'Group: {group}',
  'p.question.pinned': 'pinned',
  'p.question.to': 'to:',
  'p.question.also': '{n, plural, one {# more person asked this} other {# more people asked this}}',
  'p.question.proposal': 'became proposal {number}',
  'p.question.merged': 'merged with a similar one',
  'p.question.merged.into': 'Your question goes on here:',
  'p.question.merged.waits': 'The similar question still waits for the moderator. You are one of its authors.',
  'p.question.merged.supports': '{n, plural, =0 {No support yet.} other {Supports: #.}}',
  'p.proposal.from': 'From the question:',
  'p.propose.named': 'The question was without a name; the author of a proposal is seen.',
  'p.question.propose': 'make it a proposal',
};
