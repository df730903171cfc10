import type { CommandName, CommandResult, EventData, EventType, Audience, Payload, Refusal, RefusalCode } from '@tegerek/contracts';
import type { ObjectFacts } from '@tegerek/rules';
import type { RowClass } from '../db/rows.js';
import type { Actor } from './actor.js';
import type { Work } from './work.js';

/** What a handler may use besides the work: time, ids and randomness are arguments. */
export interface Context {
  space: string;
  actor: Actor;
  /** The acting seat's id; throws for other actors (the permission table lets only seats through to such handlers). */
  seatId: string;
  /** Server instant of this command, ms. */
  now: number;
  newId(): string;
  /** `seq` that this command's entry will have. */
  seq: number;
  expect: { rev: number } | undefined;
}

/** A refusal as a value: handlers return it, never throw it. */
export class Refuse {
  constructor(readonly refusal: Refusal) {}
}

export const refuse = (code: RefusalCode, more: Omit<Refusal, 'code'> = {}): Refuse => new Refuse({ code, ...more });

/** What the command is about, for the permission table. `undefined` from `locate`: no such object in this space. */
export type Located = Omit<ObjectFacts, 'dialoguePhase' | 'panel'> & { panelId?: string | null };

/**
 * One command. The bus validates, locks, dedupes, authorises (locate → permission table), then calls `execute`; decisions
 * themselves are pure functions of the module's `domain/`.
 */
export interface CommandHandler<N extends CommandName> {
  /** Rows that this command will look for: a batch reads them together, one query per table. A hint, never a decision. */
  rows?(payload: Payload<N>, about: { space: string; actor: Actor }): Iterable<RowKey>;
  /** Reads ahead before anything is locked, for a command that would keep others waiting. Decides nothing. */
  prepare?(query: (sql: string, values: unknown[]) => Promise<unknown>, space: string): Promise<void>;
  /** Finds the object; `{}` when the command is about the space itself. */
  locate(work: Work, payload: Payload<N>, context: Context): Promise<Located | undefined> | Located | undefined;
  /** load → decide → put/emit; emits at least one event or returns a refusal. Puts only after every refusal is behind it. */
  execute(work: Work, payload: Payload<N>, context: Context): Promise<Refuse | ResultOf<N>>;
}

/** A row's class and id. */
export type RowKey = readonly [row: RowClass<{ id: string; space: string }>, id: string];

export type ResultOf<N extends CommandName> = CommandResult<N> extends undefined ? void : CommandResult<N>;

export interface EmitOptions {
  panelId?: string;
  /** Seat or account that did it, where the audience may know. */
  actor?: string;
  /** Narrower than the registry's audience only. */
  audience?: Audience;
}

export interface PendingEvent<T extends EventType = EventType> {
  /** The log it goes to. */
  space: string;
  type: T;
  data: EventData<T>;
  options: EmitOptions;
}
