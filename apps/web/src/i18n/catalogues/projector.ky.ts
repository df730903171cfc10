import { voteText } from '../messages/vote-text.ky.js';
import { amendment } from '../messages/amendment.ky.js';
import { collective } from '../messages/collective.ky.js';
import { domain } from '../messages/domain.ky.js';
import { outcome } from '../messages/outcome.ky.js';
import { poll } from '../messages/poll.ky.js';
import { projector } from '../messages/projector.ky.js';
import { rule } from '../messages/rule.ky.js';
import { ui } from '../messages/ui.ky.js';

/** A feature of this surface: one import and one line here, in each of the three languages. */
export const messages = {
  ...ui,
  ...amendment,
  ...voteText,
  ...domain,
  ...rule,
  ...outcome,
  ...collective,
  ...projector,
  ...poll,
} as const;
