import { domain } from '../messages/domain.ru.js';
import { refusals } from '../messages/refusals.ru.js';
import { ui } from '../messages/ui.ru.js';
import { verifier } from '../messages/verifier.ru.js';

/** The verifier's page. */
export const messages = {
  ...ui,
  ...domain,
  ...refusals,
  ...verifier,
} as const;
