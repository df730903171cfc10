import type { z } from 'zod';
import type { RefusalCode } from '../wire/refusals.js';
import type { Audience } from '../wire/values.js';

/** Where a command is executed: the serial lane of a space's log, or the count lane (docs/protocol.md). */
export type Lane = 'dialogue' | 'instance' | 'count';

export interface CommandDefinition<P extends z.ZodType = z.ZodType, R = unknown> {
  payload: P;
  lane: Lane;
  /** Refusals of state or right beside the general ones; the OpenAPI description lists them. */
  refusals: readonly RefusalCode[];
  /** The payload holds a password or token: never logged, never stored in clear. */
  secret: boolean;
  /** May exceed the frame limit (HTTP only). */
  large: boolean;
  /** Executed by `system` alone; refused from outside. */
  system: boolean;
  /** Per seat: sustained per minute and burst. */
  rate: { perMinute: number; burst: number };
  /** Phantom: type of the acknowledgement's `result`. */
  readonly result?: R;
}

const DEFAULT_RATE = { perMinute: 120, burst: 30 };

/** `result<T>()` names the type of `Accepted.result`. */
export const result = <T>(): { type: T } => ({ type: undefined as T });

export function defineCommand<P extends z.ZodType, R = undefined>(
  definition: { payload: P; lane?: Lane; refusals?: readonly RefusalCode[]; secret?: boolean; large?: boolean; system?: boolean; rate?: CommandDefinition['rate']; result?: { type: R } },
): CommandDefinition<P, R> {
  const { payload, lane = 'dialogue', refusals = [], secret = false, large = false, system = false, rate = DEFAULT_RATE } = definition;
  return { payload, lane, refusals, secret, large, system, rate };
}

export interface EventDefinition<D extends z.ZodType = z.ZodType> {
  v: number;
  audience: Audience;
  data: D;
}

export const defineEvent = <D extends z.ZodType>(definition: EventDefinition<D>): EventDefinition<D> => definition;
