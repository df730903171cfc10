import { voteText } from '../messages/vote-text.ru.js';
import { amendment } from '../messages/amendment.ru.js';
import { amendmentDesk } from '../messages/amendment-desk.ru.js';
import { arrival } from '../messages/arrival.ru.js';
import { evening } from '../messages/evening.ru.js';
import { consoleMessages } from '../messages/console.ru.js';
import { dayBoard } from '../messages/day-board.ru.js';
import { collective } from '../messages/collective.ru.js';
import { consoleVotes } from '../messages/console-votes.ru.js';
import { domain } from '../messages/domain.ru.js';
import { draft } from '../messages/draft.ru.js';
import { floorConsole } from '../messages/floor-console.ru.js';
import { frame } from '../messages/frame.ru.js';
import { organizer } from '../messages/organizer.ru.js';
import { outcome } from '../messages/outcome.ru.js';
import { poll } from '../messages/poll.ru.js';
import { pollDesk } from '../messages/poll-desk.ru.js';
import { projector } from '../messages/projector.ru.js';
import { refusals } from '../messages/refusals.ru.js';
import { rehearsal } from '../messages/rehearsal.ru.js';
import { rule } from '../messages/rule.ru.js';
import { ui } from '../messages/ui.ru.js';

/** A feature of this surface: one import and one line here, in each of the three languages. */
export const messages = {
  ...ui,
  ...amendment,
  ...voteText,
  ...amendmentDesk,
  ...domain,
  ...draft,
  ...refusals,
  ...rule,
  ...outcome,
  ...collective,
  ...consoleVotes,
  ...consoleMessages,
  ...floorConsole,
  ...organizer,
  ...frame,
  ...arrival,
  ...evening,
  ...pollDesk,
  ...poll,
  ...dayBoard,
  ...projector,
  ...rehearsal,
} as const;
