import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Editing } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Bell } from '../log/bell.js';
import { Cursors, type Place } from './cursors.js';

const SWEEP_MS = 2_000;

/** Who edits which field now, in every dialogue that somebody here looks at. Nothing of it is stored; other nodes are told by `NOTIFY`. */
@Injectable()
export class EditingBoard implements OnModuleDestroy {
  readonly #spaces = new Map<string, Cursors>();
  readonly #listeners = new Set<(space: string) => void>();
  readonly #sweep = setInterval(() => this.#forgetSilent(), SWEEP_MS);

  constructor(private readonly bell: Bell, private readonly clock: Clock, private readonly database: DataSource) {
    this.#sweep.unref();
    bell.onEditing((space, seatId, at) => this.#take(space, seatId, at));
  }

  /** A seat of this node says where its cursor stands; `null`: nowhere any more. */
  set(space: string, seatId: string, at: Place | null): void {
    if (!this.#take(space, seatId, at) && at === null) return;
    const words = [space, seatId, ...(at === null ? [] : [at.proposalId, at.field]), this.bell.node];
    // a lost notice costs a name on other nodes for some seconds
    this.database.query(`SELECT pg_notify('tegerek_editing', $1)`, [words.join(' ')]).catch(() => undefined);
  }

  list(space: string): Editing[] {
    return this.#spaces.get(space)?.list() ?? [];
  }

  /** Told when what others see has changed. */
  onChange(listener: (space: string) => void): void {
    this.#listeners.add(listener);
  }

  onModuleDestroy(): void {
    clearInterval(this.#sweep);
  }

  #take(space: string, seatId: string, at: Place | null): boolean {
    const cursors = this.#spaces.get(space) ?? new Cursors();
    this.#spaces.set(space, cursors);
    const isNew = cursors.set(seatId, at, this.clock.now());
    if (isNew) this.#changed(space);
    return isNew;
  }

  #forgetSilent(): void {
    for (const [space, cursors] of this.#spaces) {
      if (cursors.sweep(this.clock.now())) this.#changed(space);
      if (cursors.list().length === 0) this.#spaces.delete(space);
    }
  }

  #changed(space: string): void {
    for (const listener of this.#listeners) listener(space);
  }
}
