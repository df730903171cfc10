import type { pollPhone as ru } from './poll-phone.ru.js';

export const pollPhone: Record<keyof typeof ru, string> = {
  'p.poll': 'Poll',
  'p.polls': 'Polls',
  'p.polls.none': 'No polls so far',
  'p.polls.none.do': 'When the moderator opens a poll, it appears on the first screen.',
  'p.poll.answer': 'Your answer',
  'p.poll.send': 'Answer',
  'p.poll.change': 'Change my answer',
  'p.poll.most': '{n, plural, one {Choose one} other {Choose up to #}}',
  'p.poll.order': 'Tap in order, the most important first. You need not take all.',
  'p.poll.words': 'Your words',
  'p.poll.words-hint': 'One word or a few',
  'p.poll.words-shown': 'The room will see the words without a name.',
  'p.poll.named': 'The panel’s staff can see who answered what. You can change your answer while the poll is open.',
  'p.poll.unnamed': 'The room sees totals only, no names; the server stores who answered what. You can change your answer while the poll is open.',
  'p.poll.observer': 'Seats in participant groups answer.',
  'p.poll.late': 'Not counted: the answer arrived after the close.',
  'p.poll.waits': 'The poll is closed. The result appears when the moderator shows it.',
  'p.poll.people': '{n, plural, one {# person answered} other {# people answered}}.',
};
