import { domain } from '../messages/domain.ky.js';
import { refusals } from '../messages/refusals.ky.js';
import { ui } from '../messages/ui.ky.js';
import { verifier } from '../messages/verifier.ky.js';

/** The verifier's page. */
export const messages = {
  ...ui,
  ...domain,
  ...refusals,
  ...verifier,
} as const;
