import type { Envelope, Reply } from '@tegerek/contracts/wire';
import { backoffMs } from '../backoff.js';
import type { OutboxStorage, SendingState, StoredCommand, StoredPress } from './storage.js';
import { judge, type Verdict } from './verdict.js';

/** Carries one envelope to the server and brings its answer; rejects when there was none (time-out, cut, 5xx, foreign page). */
export type Carry = (envelope: Envelope, lane: 'command' | 'press') => Promise<Reply>;

export interface CourierEvents {
  /** Rows changed: show them, tell the other tabs. */
  onChange: () => void;
  onSignedOut: () => void;
  onReload: () => void;
}

type Waiting = 'done' | 'later' | 'stop';

export const isUnsettled = (state: SendingState): boolean => state === 'saved' || state === 'sending';

/**
 * Empties an outbox: commands strictly one after another, presses beside them, one at a time per object.
 * A row leaves only by an answer; whatever is no answer is tried again with the same id.
 */
export class Courier {
  private isRunning = false;
  private isEmptying = false;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly flying = new Set<string>();
  private readonly pressAttempts = new Map<string, number>();
  private readonly pressTimers = new Map<string, ReturnType<typeof setTimeout>>();
  /** The server's wish for the next try, ms. */
  private leastMs = 0;

  constructor(private readonly box: string, private readonly space: string, private readonly storage: OutboxStorage, private readonly carry: Carry, private readonly events: CourierEvents) {}

  start(): void { this.isRunning = true; this.wake(); }

  stop(): void {
    this.isRunning = false;
    clearTimeout(this.timer);
    for (const timer of this.pressTimers.values()) clearTimeout(timer);
    this.pressTimers.clear();
  }

  /** Something was written, or the network is back: try at once. */
  wake(): void {
    if (!this.isRunning) return;
    clearTimeout(this.timer);
    void this.emptyCommands();
    void this.emptyPresses();
  }

  private async emptyCommands(): Promise<void> {
    if (this.isEmptying) return;
    this.isEmptying = true;
    let outcome: Waiting = 'done';
    try {
      while (this.isRunning && outcome === 'done') {
        const next = (await this.storage.commands(this.box)).find((command) => isUnsettled(command.state));
        if (next === undefined) break;
        outcome = await this.sendCommand(next);
      }
    } finally {
      this.isEmptying = false;
    }
    if (outcome === 'later') this.again(this.attempt);
  }

  private async sendCommand(command: StoredCommand): Promise<Waiting> {
    const sending: StoredCommand = { ...command, state: 'sending', attempts: command.attempts + 1 };
    await this.storage.putCommand(sending);
    this.events.onChange();
    const verdict = await this.ask(sending.envelope, 'command');
    if (verdict.kind === 'again') { this.attempt += 1; return this.pause(verdict.afterMs); }
    if (verdict.kind === 'signed-out' || verdict.kind === 'reload') return 'stop';
    this.attempt = 0;
    await this.storage.putCommand({
      ...sending, state: verdict.kind, settledAt: Date.now(), seq: verdict.kind === 'recorded' ? verdict.seq : null,
      refusal: verdict.kind === 'recorded' ? null : verdict.refusal, result: verdict.kind === 'recorded' ? verdict.result : undefined,
    });
    this.events.onChange();
    return 'done';
  }

  private async emptyPresses(): Promise<void> {
    for (const press of await this.storage.presses(this.box)) {
      if (!this.isRunning || !isUnsettled(press.state) || this.flying.has(press.object)) continue;
      this.flying.add(press.object);
      void this.sendPress(press).finally(() => { this.flying.delete(press.object); });
    }
  }

  private async sendPress(press: StoredPress): Promise<void> {
    const sending = await this.storage.changePress(this.box, press.object, (now) => (now?.id === press.id ? { ...now, state: 'sending', attempts: now.attempts + 1 } : now));
    this.events.onChange();
    if (sending === undefined || !isUnsettled(sending.state)) return;
    const { id, name, object, rev, choice } = sending;
    const verdict = await this.ask({ id, name, space: this.space, payload: { object, rev, choice } } as Envelope, 'press');
    if (verdict.kind === 'signed-out' || verdict.kind === 'reload') return;
    if (verdict.kind === 'again') {
      const attempts = (this.pressAttempts.get(object) ?? 0) + 1;
      this.pressAttempts.set(object, attempts);
      this.pressTimers.set(object, setTimeout(() => this.wake(), Math.max(verdict.afterMs, backoffMs(attempts))));
      return;
    }
    this.pressAttempts.delete(object);
    const settled = await this.storage.changePress(this.box, object, (now) => (now?.id !== id ? now : {
      ...now, state: verdict.kind, settledAt: Date.now(), receipt: verdict.kind === 'recorded' ? verdict.receipt : now.receipt,
      refusal: verdict.kind === 'recorded' ? null : verdict.refusal,
    }));
    this.events.onChange();
    // a newer press took the slot while this one flew
    if (settled !== undefined && isUnsettled(settled.state)) setTimeout(() => this.wake(), 0);
  }

  private async ask(envelope: Envelope, lane: 'command' | 'press'): Promise<Verdict> {
    let verdict: Verdict;
    try {
      verdict = judge(await this.carry(envelope, lane));
    } catch {
      return { kind: 'again', afterMs: 0, code: 'server.busy' };
    }
    if (verdict.kind === 'signed-out') this.events.onSignedOut();
    if (verdict.kind === 'reload') this.events.onReload();
    return verdict;
  }

  private pause(afterMs: number): Waiting {
    this.leastMs = afterMs;
    return 'later';
  }

  private again(attempt: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), Math.max(this.leastMs, backoffMs(attempt)));
  }
}
