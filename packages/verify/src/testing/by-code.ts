import type { Code } from '../codes.js';
import { FORGED_DAYS } from './by-code-days.js';
import { FORGED_FILES, type Forged } from './by-code-files.js';

/** For each code a bundle that is forged so that it is found: a code without one does not compile. */
export const FORGED: Record<Code, () => Forged> = { ...FORGED_FILES, ...FORGED_DAYS };
