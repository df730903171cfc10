import type { poll as ru } from './poll.ru.js';

export const poll: Record<keyof typeof ru, string> = {
  'poll.level.good': 'Fine',
  'poll.level.mixed': 'Not sure',
  'poll.level.bad': 'Not fine',
  'poll.answered': '{n} of {base} have answered',
  'poll.of': '{n} of {base}',
  'poll.points': '{n} pts',
  'poll.was': 'was {n}',
  'poll.mean': 'Average {value} of {steps}',
  'poll.few': 'Fewer than {floor} answers, so no figures are shown: they would give people away.',
  'poll.suppressed': 'Grey, together, so that nobody is given away: {groups}',
  'poll.by-group': 'Answers by group',
  'poll.answer': 'Answer',
  'poll.all': 'All',
  'poll.answered-row': 'Answered',
  'poll.cloud.none': 'No words yet.',
  'poll.cloud.more': 'and {n} more',
  'poll.cloud.word': '{text}: {n, plural, one {once} other {# times}}',
  'poll.round': 'Round {n}',
  'poll.left': '{time} left',
};
