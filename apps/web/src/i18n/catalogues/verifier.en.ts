import { domain } from '../messages/domain.en.js';
import { ui } from '../messages/ui.en.js';
import { verifier } from '../messages/verifier.en.js';

/** The verifier's page. */
export const messages = {
  ...ui,
  ...domain,
  ...verifier,
} as const;
