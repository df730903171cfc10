import { voteText } from '../messages/vote-text.ky.js';
import { amendment } from '../messages/amendment.ky.js';
import { collective } from '../messages/collective.ky.js';
import { domain } from '../messages/domain.ky.js';
import { draft } from '../messages/draft.ky.js';
import { outcome } from '../messages/outcome.ky.js';
import { floorPhone } from '../messages/floor-phone.ky.js';
import { phoneVotes } from '../messages/phone-votes.ky.js';
import { phone } from '../messages/phone.ky.js';
import { refusals } from '../messages/refusals.ky.js';
import { rule } from '../messages/rule.ky.js';
import { poll } from '../messages/poll.ky.js';
import { pollPhone } from '../messages/poll-phone.ky.js';
import { register } from '../messages/register.ky.js';
import { ui } from '../messages/ui.ky.js';

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
