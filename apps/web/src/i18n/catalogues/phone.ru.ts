import { voteText } from '../messages/vote-text.ru.js';
import { amendment } from '../messages/amendment.ru.js';
import { collective } from '../messages/collective.ru.js';
import { domain } from '../messages/domain.ru.js';
import { draft } from '../messages/draft.ru.js';
import { outcome } from '../messages/outcome.ru.js';
import { floorPhone } from '../messages/floor-phone.ru.js';
import { phoneVotes } from '../messages/phone-votes.ru.js';
import { phone } from '../messages/phone.ru.js';
import { refusals } from '../messages/refusals.ru.js';
import { rule } from '../messages/rule.ru.js';
import { poll } from '../messages/poll.ru.js';
import { pollPhone } from '../messages/poll-phone.ru.js';
import { register } from '../messages/register.ru.js';
import { ui } from '../messages/ui.ru.js';

/** A feature of this surface: one import and one line here, in each of the three languages. */
export const messages = {
  ...ui,
  ...amendment,
  ...voteText,
  ...domain,
  ...draft,
  ...rule,
  ...outcome,
  ...phone,
  ...floorPhone,
  ...phoneVotes,
  ...collective,
  ...refusals,
  ...poll,
  ...pollPhone,
  ...register,
} as const;
