import type { Work } from '../../../platform/commands/work.js';

/** The groups that the dialogue declared; owned by dialogues, which stand above people. */
export abstract class DeclaredGroups {
  abstract ids(work: Work): Promise<readonly string[]>;
}
