import { amendment } from '../messages/amendment.ru.js';
import { domain } from '../messages/domain.ru.js';
import { ui } from '../messages/ui.ru.js';

/** A feature of this surface: one import and one line here, in each of the three languages. */
export const messages = {
  ...ui,
  ...amendment,
  ...domain,
} as const;
