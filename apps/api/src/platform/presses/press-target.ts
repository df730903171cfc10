import type { PressName, RefusalCode } from '@tegerek/contracts';
import type { ActorFacts, ObjectFacts } from '@tegerek/rules';
import type { QueryRunner } from 'typeorm';

/** An open object of the count lane, read under a shared lock in the transaction of the batch. */
export interface OpenTarget {
  /** For the permission table. */
  facts: ObjectFacts;
  /** Closed, void or not yet open: a press is not counted. */
  isOpen: boolean;
  /** Seats that may press, with their group; a missing seat may not. */
  entitled: Map<string, { actor: ActorFacts; groupId: string | null; number?: number; refusal?: RefusalCode }>;
  /** Whether the choice is one of this object's. */
  isValid(choice: unknown): boolean;
  /** What a choice adds to its group's public counter: turnout counts every ballot 1, a support 1 or 0. */
  weight(choice: unknown): 0 | 1;
}

/** Implemented by the module that owns the object; found by `name`. */
export interface PressTarget {
  readonly name: PressName;
  /** Locks the object FOR SHARE. Gives all its statements at once, the lock first: they travel in one round trip. `undefined`: no such object in this space. */
  open(runner: QueryRunner, space: string, object: string, seatIds: readonly string[]): Promise<OpenTarget | undefined>;
}

export const PRESS_TARGETS = Symbol('PRESS_TARGETS');
