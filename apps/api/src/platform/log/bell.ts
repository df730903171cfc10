import { Injectable } from '@nestjs/common';
import type { Editing } from '@tegerek/contracts';
import { randomUUID } from 'node:crypto';
import type { RawEntry } from './log.store.js';

type Place = Omit<Editing, 'seatId'>;

/** Wakes the feed of this node: «something may have been committed in this space». A lost ring costs a second, never an entry. */
@Injectable()
export class Bell {
  /** Names this process in notices to other nodes: it does not wake itself twice. */
  readonly node = randomUUID();
  readonly #listeners = new Set<(space: string, entries: readonly RawEntry[]) => void>();
  readonly #pressListeners = new Set<(space: string, objects: readonly string[]) => void>();
  readonly #editingListeners = new Set<(space: string, seatId: string, at: Place | null) => void>();
  readonly #deviceListeners = new Set<(space: string, seatId: string) => void>();
  readonly #sessionListeners = new Set<(tokenHash: string) => void>();

  /** `entries`: what this node has just committed there. */
  ring(space: string, entries: readonly RawEntry[]): void {
    for (const listener of this.#listeners) listener(space, entries);
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

  /** A seat was opened or left on some device, on whichever node. */
  ringDevices(space: string, seatId: string): void {
    for (const listener of this.#deviceListeners) listener(space, seatId);
  }

  onDevices(listener: (space: string, seatId: string) => void): void {
    this.#deviceListeners.add(listener);
  }

  onEditing(listener: (space: string, seatId: string, at: Place | null) => void): void {
    this.#editingListeners.add(listener);
  }

  onRing(listener: (space: string, entries: readonly RawEntry[]) => void): void {
    this.#listeners.add(listener);
  }

  onPresses(listener: (space: string, objects: readonly string[]) => void): void {
    this.#pressListeners.add(listener);
  }

  onSession(listener: (tokenHash: string) => void): void {
    this.#sessionListeners.add(listener);
  }
}
