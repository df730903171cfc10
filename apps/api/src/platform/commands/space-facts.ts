import type { ActorFacts, ObjectFacts } from '@tegerek/rules';
import type { Read } from '../db/statement.js';
import type { Actor } from './actor.js';
import type { RowKey } from './handler.js';
import type { Work } from './work.js';

/**
 * What the bus must know to authorise; implemented by the modules that own the facts and bound in app.module.ts.
 * Everything is read under the space's lock.
 */
export abstract class SpaceFacts {
  /** Rows that authorising any command of this actor on this panel will read. */
  abstract rows(space: string, actor: Actor, panelId: string | undefined): Iterable<RowKey>;
  /** `undefined`: unknown, revoked, or of another space. */
  abstract actor(work: Work, actor: Actor): Promise<ActorFacts | undefined>;
  abstract dialoguePhase(work: Work): Promise<ObjectFacts['dialoguePhase']>;
  abstract panel(work: Work, panelId: string): Promise<ObjectFacts['panel'] | undefined>;
}

/** Contributes to `me` (what only the seat may know). Modules register parts; the platform merges them. */
export interface MePart {
  /** For seats of one space, by seat id; `read` is given to all parts of one round trip, and asked before anything is awaited. */
  read(read: Read, space: string, seatIds: readonly string[]): Promise<Map<string, Record<string, unknown>>>;
}

export const ME_PARTS = Symbol('ME_PARTS');
