import type { Refusal } from '@tegerek/contracts';
import type { Checked } from './validate.js';

/**
 * Looks at commands of people who are not signed in before they come to the lane of their space, so that a flood of them keeps nobody waiting.
 * Implemented by people.
 */
export abstract class AnonymousDoor {
  /** `null`: let through. A refusal here is not stored; it may be given late. */
  abstract refusalOf(checked: Checked): Promise<Refusal | null>;
}
