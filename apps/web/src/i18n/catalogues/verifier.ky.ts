import { domain } from '../messages/domain.ky.js';
import { ui } from '../messages/ui.ky.js';
import { verifier } from '../messages/verifier.ky.js';

/** The verifier's page. */
export const messages = {
  ...ui,
  ...domain,
  ...verifier,
} as const;
