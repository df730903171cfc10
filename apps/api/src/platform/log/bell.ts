import { Injectable } from '@nestjs/common';
import type { Editing } from '@tegerek/contracts';
import { randomUUID } from 'node:crypto';

type Place = Omit<Editing, 'seatId'>;

/** Wakes the feed of this node: «something may have been committed in this space». A lost ring costs a second, never an entry. */
@Injectable()
export class Bell {
  /** Names this process in notices to other nodes: it does not wake itself twice. */
  readonly node = randomUUID();
  readonly #listeners = new Set<(space: string) => void>();
  readonly #pressListeners = new Set<(space: string, objects: readonly string[]) => void>();
  readonly #editingListeners = new Set<(space: string, seatId: string, at: Place | null) => void>();
  readonly #sessionListeners = new Set<(tokenHash: string) => void>();

  ring(space: string): void {
    for (const listener of this.#listeners) listener(space);
  }

  /** Counters of these objects changed. */
  ringPresses(space: string, objects: readonly string[]): void {
    for (const listener of this.#pressListeners) listener(space, objects);
  }

  /** Somebody signed out, on whichever node. */
  ringSession(tokenHash: string): void {
    for (const listener of this.#sessionListeners) listener(tokenHash);
  }

  /** Where somebody's cursor stands, said on another node. */
  ringEditing(space: string, seatId: string, at: Place | null): void {
    for (const listener of this.#editingListeners) listener(space, seatId, at);
  }

  onEditing(listener: (space: string, seatId: string, at: Place | null) => void): void {
    this.#editingListeners.add(listener);
  }

  onRing(listener: (space: string) => void): void {
    this.#listeners.add(listener);
  }

  onPresses(listener: (space: string, objects: readonly string[]) => void): void {
    this.#pressListeners.add(listener);
  }

  onSession(listener: (tokenHash: string) => void): void {
    this.#sessionListeners.add(listener);
  }
}
