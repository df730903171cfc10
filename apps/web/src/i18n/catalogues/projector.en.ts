import { voteText } from '../messages/vote-text.en.js';
import { amendment } from '../messages/amendment.en.js';
import { collective } from '../messages/collective.en.js';
import { domain } from '../messages/domain.en.js';
import { outcome } from '../messages/outcome.en.js';
import { poll } from '../messages/poll.en.js';
import { projector } from '../messages/projector.en.js';
import { rule } from '../messages/rule.en.js';
import { ui } from '../messages/ui.en.js';

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
