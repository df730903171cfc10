import { voteText } from '../messages/vote-text.ru.js';
import { amendment } from '../messages/amendment.ru.js';
import { collective } from '../messages/collective.ru.js';
import { domain } from '../messages/domain.ru.js';
import { outcome } from '../messages/outcome.ru.js';
import { poll } from '../messages/poll.ru.js';
import { projector } from '../messages/projector.ru.js';
import { rule } from '../messages/rule.ru.js';
import { ui } from '../messages/ui.ru.js';

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
