import type { DialoguePhase, Group, Role, Text } from '@tegerek/contracts';
import type { Actor } from '../commands/actor.js';

export interface SignedIn {
  /** What the cookie holds from now on; 256 random bits, base64url. */
  token: string;
}

export interface SessionSummary {
  account?: { accountId: string; name: string; login: string; administrator: boolean };
  /** One seat per dialogue. */
  seats: { dialogueId: string; seatId: string }[];
}

/** Who is behind a cookie; implemented by people. Nothing is cached: a revoked code ends at once. */
export abstract class Sessions {
  /** A seat or (in the `instance` space) an account; `anonymous` for everybody else. */
  abstract resolveActor(token: string | undefined, space: string): Promise<Actor>;
  /** Roles of the acting seat in a dialogue; `undefined` without one. */
  abstract seatIn(token: string | undefined, space: string): Promise<{ seatId: string; roles: Role[] } | undefined>;
  /** Opens the seat whose code gives this `authKey` (hex); `revoked`, `replaced` (by a new code): said to who holds the code alone; `undefined`: unknown or of another dialogue. */
  abstract openSeat(token: string | undefined, dialogueId: string, authKey: string): Promise<(SignedIn & { seatId: string }) | 'revoked' | 'replaced' | undefined>;
  /** Browsers that opened a seat of this dialogue by its present code, the one with this token left out. */
  abstract devicesIn(dialogueId: string, exceptToken: string | undefined): Promise<number>;
  /** `undefined`: no such login or another password. */
  abstract signIn(token: string | undefined, login: string, password: string): Promise<(SignedIn & { accountId: string }) | undefined>;
  abstract signOut(token: string): Promise<void>;
  abstract describe(token: string | undefined): Promise<SessionSummary>;
}

/** What a signed-in person is shown of the dialogues that they have a seat in; implemented by dialogues. */
export abstract class DialogueTitles {
  /** What somebody who registers is told of the dialogue. */
  abstract about(dialogueId: string): Promise<{ title: Text; date: string; phase: DialoguePhase; groups: Group[]; privacyNotice: Text } | undefined>;
  abstract of(dialogueIds: readonly string[]): Promise<Map<string, { slug: string; title: Text }>>;
}
