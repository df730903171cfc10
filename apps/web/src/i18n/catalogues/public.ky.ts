import { amendment } from '../messages/amendment.ky.js';
import { domain } from '../messages/domain.ky.js';
import { ui } from '../messages/ui.ky.js';

/** A feature of this surface: one import and one line here, in each of the three languages. */
export const messages = {
  ...ui,
  ...amendment,
  ...domain,
} as const;
