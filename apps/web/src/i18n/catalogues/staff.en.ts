import { voteText } from '../messages/vote-text.en.js';
import { amendment } from '../messages/amendment.en.js';
import { amendmentDesk } from '../messages/amendment-desk.en.js';
import { arrival } from '../messages/arrival.en.js';
import { evening } from '../messages/evening.en.js';
import { consoleMessages } from '../messages/console.en.js';
import { dayBoard } from '../messages/day-board.en.js';
import { collective } from '../messages/collective.en.js';
import { consoleVotes } from '../messages/console-votes.en.js';
import { domain } from '../messages/domain.en.js';
import { draft } from '../messages/draft.en.js';
import { floorConsole } from '../messages/floor-console.en.js';
import { frame } from '../messages/frame.en.js';
import { organizer } from '../messages/organizer.en.js';
import { outcome } from '../messages/outcome.en.js';
import { poll } from '../messages/poll.en.js';
import { pollDesk } from '../messages/poll-desk.en.js';
import { projector } from '../messages/projector.en.js';
import { refusals } from '../messages/refusals.en.js';
import { rehearsal } from '../messages/rehearsal.en.js';
import { rule } from '../messages/rule.en.js';
import { ui } from '../messages/ui.en.js';

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
