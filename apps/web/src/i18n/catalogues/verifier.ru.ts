import { domain } from '../messages/domain.ru.js';
import { ui } from '../messages/ui.ru.js';
import { verifier } from '../messages/verifier.ru.js';

/** The verifier's page. */
export const messages = {
  ...ui,
  ...domain,
  ...verifier,
} as const;
