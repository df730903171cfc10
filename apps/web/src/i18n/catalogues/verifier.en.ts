import { domain } from '../messages/domain.en.js';
import { refusals } from '../messages/refusals.en.js';
import { ui } from '../messages/ui.en.js';
import { verifier } from '../messages/verifier.en.js';

/** The verifier's page. */
export const messages = {
  ...ui,
  ...domain,
  ...refusals,
  ...verifier,
} as const;
