import { amendment } from '../messages/amendment.en.js';
import { domain } from '../messages/domain.en.js';
import { ui } from '../messages/ui.en.js';

/** A feature of this surface: one import and one line here, in each of the three languages. */
export const messages = {
  ...ui,
  ...amendment,
  ...domain,
} as const;
