import { Injectable } from '@nestjs/common';
import { SOCKET, type Run } from '@tegerek/contracts';
import type { Server, Socket } from 'socket.io';
import { EditingBoard } from '../../platform/editing/editing-board.js';
import { Bell } from '../../platform/log/bell.js';
import type { RawEntry } from '../../platform/log/log.store.js';
import { CounterReader } from '../../platform/presses/counter-reader.js';
import { runsFor, type AudienceKey } from '../../platform/slices/audience.js';
import { Folds } from '../../platform/slices/folds.js';
import { MeReader } from '../../platform/slices/me-reader.js';
import { namedSeats } from './named-seats.js';

export interface Membership {
  key: AudienceKey;
  seatId: string | null;
}

export const roomOf = (space: string, key: AudienceKey): string => `${space}|${key}`;
export const seatRoom = (space: string, seatId: string): string => `${space}|seat|${seatId}`;

interface Pending {
  entries: RawEntry[];
  timer: NodeJS.Timeout | null;
  /** When the room got its last frame, ms. */
  sentAt: number;
}

/** Committed entries, counters and `me` to this node's sockets, in order; one encoding per room. */
@Injectable()
export class FanOut {
  #server: Server | null = null;
  readonly #rooms = new Map<string, Map<AudienceKey, Pending>>();
  readonly #dirtyCounters = new Map<string, { objects: Set<string>; timer: NodeJS.Timeout }>();
  readonly #editing = new Map<string, NodeJS.Timeout>();
  readonly #named = new Map<string, { seats: Set<string>; timer: NodeJS.Timeout }>();

  constructor(private readonly folds: Folds, private readonly bell: Bell, private readonly counters: CounterReader, private readonly me: MeReader, private readonly editing: EditingBoard) {}

  start(server: Server): void {
    this.#server = server;
    this.folds.onEntries((space, entries) => this.#take(space, entries));
    this.editing.onChange((space) => this.#editingChanged(space));
    this.bell.onDevices((space, seatId) => this.#tellSeats(space, [seatId]));
    this.bell.onPresses((space, objects) => this.#countersChanged(space, objects));
  }

  enter(socket: Socket, space: string, { key, seatId }: Membership): void {
    void socket.join(roomOf(space, key));
    if (seatId) void socket.join(seatRoom(space, seatId));
    const rooms = this.#rooms.get(space) ?? new Map<AudienceKey, Pending>();
    this.#rooms.set(space, rooms);
    if (!rooms.has(key)) rooms.set(key, { entries: [], timer: null, sentAt: 0 });
  }

  leave(socket: Socket, space: string, { key, seatId }: Membership): void {
    void socket.leave(roomOf(space, key));
    if (seatId) void socket.leave(seatRoom(space, seatId));
  }

  #size = (room: string): number => this.#server?.sockets.adapter.rooms.get(room)?.size ?? 0;

  #take(space: string, entries: RawEntry[]): void {
    for (const [key, pending] of this.#rooms.get(space) ?? []) {
      const size = this.#size(roomOf(space, key));
      if (size === 0) {
        if (pending.timer) clearTimeout(pending.timer);
        this.#rooms.get(space)?.delete(key);
        continue;
      }
      pending.entries.push(...entries);
      // facilitators and screens never wait, and nobody after a quiet window
      const waitMs = key === 'room' ? pending.sentAt + windowMs(size) - performance.now() : 0;
      pending.timer ??= setTimeout(() => this.#flush(space, key, pending), Math.max(0, waitMs));
    }
    this.#nameSeats(space, entries);
  }

  #flush(space: string, key: AudienceKey, pending: Pending): void {
    pending.timer = null;
    pending.sentAt = performance.now();
    const runs: Run[] = runsFor(key, pending.entries);
    pending.entries = [];
    if (runs.length > 0) this.#server?.to(roomOf(space, key)).emit(SOCKET.runs, { space, runs });
  }

  #countersChanged(space: string, objects: readonly string[]): void {
    if (!this.#rooms.has(space)) return;
    const dirty = this.#dirtyCounters.get(space) ?? { objects: new Set<string>(), timer: setTimeout(() => void this.#flushCounters(space), this.#size(roomOf(space, 'room')) > 1_000 ? 1_000 : 250) };
    for (const object of objects) dirty.objects.add(object);
    this.#dirtyCounters.set(space, dirty);
  }

  async #flushCounters(space: string): Promise<void> {
    const objects = [...(this.#dirtyCounters.get(space)?.objects ?? [])];
    this.#dirtyCounters.delete(space);
    try {
      const counters = await this.counters.of(objects);
      for (const key of this.#rooms.get(space)?.keys() ?? []) this.#server?.to(roomOf(space, key)).emit(SOCKET.counters, { space, counters });
    } catch {
      this.#countersChanged(space, objects);
    }
  }

  /** Who edits what: the whole short list, at most twice a second, to whoever has a seat. */
  #editingChanged(space: string): void {
    if (!this.#rooms.has(space) || this.#editing.has(space)) return;
    this.#editing.set(space, setTimeout(() => {
      this.#editing.delete(space);
      for (const key of this.#rooms.get(space)?.keys() ?? []) if (key !== 'public') this.#server?.to(roomOf(space, key)).emit(SOCKET.editing, { space, editing: this.editing.list(space) });
    }, EDITING_WINDOW_MS));
  }

  #nameSeats(space: string, entries: readonly RawEntry[]): void {
    this.#tellSeats(space, namedSeats(entries));
  }

  /** `me` anew, to those of these seats that are here. */
  #tellSeats(space: string, seatIds: readonly string[]): void {
    const named = seatIds.filter((seatId) => this.#size(seatRoom(space, seatId)) > 0);
    if (named.length === 0) return;
    const waiting = this.#named.get(space) ?? { seats: new Set<string>(), timer: setTimeout(() => void this.#sendMe(space), ME_WINDOW_MS) };
    for (const seatId of named) waiting.seats.add(seatId);
    this.#named.set(space, waiting);
  }

  async #sendMe(space: string): Promise<void> {
    const seats = [...(this.#named.get(space)?.seats ?? [])];
    this.#named.delete(space);
    try {
      // read after the entries up to here, which is what its `seq` says
      for (const [seatId, me] of await this.me.read(space, seats, this.folds.seqOf(space))) this.#server?.to(seatRoom(space, seatId)).emit(SOCKET.me, { space, me });
    } catch {
      // the client reads `me` again with its next join
    }
  }
}

const ME_WINDOW_MS = 20;
const EDITING_WINDOW_MS = 500;

/** At most one frame in so many ms; the window grows with the room: many small frames to many sockets are what costs. */
const windowMs = (size: number): number => (size <= 250 ? 25 : size <= 1_000 ? 50 : 250);
