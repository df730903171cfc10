import type { CommandName, Envelope, PressReceipt, Refusal } from '@tegerek/contracts/wire';

/**
 * `saved` on this device → `sending` → `recorded` by the server / `refused` / `not-counted` (a press after the close).
 * `sending` also means: was sent, the answer is not known yet; the same id goes out again.
 */
export type SendingState = 'saved' | 'sending' | 'recorded' | 'refused' | 'not-counted';

export interface StoredCommand {
  /** Place in the FIFO; given by the storage. */
  order: number;
  /** Whose outbox: `space/actor`. Another person on the same device never sends what this one wrote. */
  box: string;
  id: string;
  envelope: Envelope;
  state: SendingState;
  savedAt: number;
  settledAt: number | null;
  attempts: number;
  seq: number | null;
  refusal: Refusal | null;
  result: unknown;
}

/** The one slot of an object of the count lane. */
export interface StoredPress {
  box: string;
  object: string;
  name: PressName;
  id: string;
  rev: number;
  choice: unknown;
  state: SendingState;
  savedAt: number;
  settledAt: number | null;
  attempts: number;
  receipt: PressReceipt | null;
  refusal: Refusal | null;
}

export type PressName = Extract<CommandName, 'ballot.cast' | 'question.support' | 'poll.answer'>;

/** Where an outbox is kept. All tabs of the browser see the same rows. */
export interface OutboxStorage {
  addCommand(command: Omit<StoredCommand, 'order'>): Promise<StoredCommand>;
  putCommand(command: StoredCommand): Promise<void>;
  removeCommand(command: StoredCommand): Promise<void>;
  commands(box: string): Promise<StoredCommand[]>;
  /** Atomic: `change` sees the slot as it is now and returns what it becomes (`undefined`: as it was). */
  changePress(box: string, object: string, change: (now: StoredPress | undefined) => StoredPress | undefined): Promise<StoredPress | undefined>;
  presses(box: string): Promise<StoredPress[]>;
  /** Takes or renews a lease for `ttlMs`; false when another holder's runs. */
  lease(name: string, holder: string, ttlMs: number): Promise<boolean>;
  /** What is written survives a reload. */
  readonly isDurable: boolean;
}
