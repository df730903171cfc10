import { voteText } from '../messages/vote-text.en.js';
import { amendment } from '../messages/amendment.en.js';
import { collective } from '../messages/collective.en.js';
import { domain } from '../messages/domain.en.js';
import { draft } from '../messages/draft.en.js';
import { outcome } from '../messages/outcome.en.js';
import { floorPhone } from '../messages/floor-phone.en.js';
import { phoneVotes } from '../messages/phone-votes.en.js';
import { phone } from '../messages/phone.en.js';
import { refusals } from '../messages/refusals.en.js';
import { rule } from '../messages/rule.en.js';
import { poll } from '../messages/poll.en.js';
import { pollPhone } from '../messages/poll-phone.en.js';
import { register } from '../messages/register.en.js';
import { ui } from '../messages/ui.en.js';

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
