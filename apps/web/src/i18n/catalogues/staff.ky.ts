import { voteText } from '../messages/vote-text.ky.js';
import { amendment } from '../messages/amendment.ky.js';
import { amendmentDesk } from '../messages/amendment-desk.ky.js';
import { arrival } from '../messages/arrival.ky.js';
import { evening } from '../messages/evening.ky.js';
import { consoleMessages } from '../messages/console.ky.js';
import { dayBoard } from '../messages/day-board.ky.js';
import { collective } from '../messages/collective.ky.js';
import { consoleVotes } from '../messages/console-votes.ky.js';
import { domain } from '../messages/domain.ky.js';
import { draft } from '../messages/draft.ky.js';
import { floorConsole } from '../messages/floor-console.ky.js';
import { frame } from '../messages/frame.ky.js';
import { organizer } from '../messages/organizer.ky.js';
import { outcome } from '../messages/outcome.ky.js';
import { poll } from '../messages/poll.ky.js';
import { pollDesk } from '../messages/poll-desk.ky.js';
import { projector } from '../messages/projector.ky.js';
import { refusals } from '../messages/refusals.ky.js';
import { rehearsal } from '../messages/rehearsal.ky.js';
import { rule } from '../messages/rule.ky.js';
import { ui } from '../messages/ui.ky.js';

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
