import type { CommandName, Envelope, Payload } from '@tegerek/contracts/wire';
import { newId } from '../ids.js';
import { Courier, isUnsettled, type Carry, type CourierEvents } from './courier.js';
import { seekLead, type Resign } from './leadership.js';
import type { OutboxStorage, PressName, StoredCommand, StoredPress } from './storage.js';
import { tabBell, type TabBell } from './tabs.js';

/** What this person wrote on this device, newest last. */
export interface OutboxView {
  commands: readonly StoredCommand[];
  presses: Readonly<Record<string, StoredPress>>;
}

export const EMPTY_VIEW: OutboxView = { commands: [], presses: {} };

/** Settled rows are kept for «My things», so many, and so much of them: whoever adds ten thousand people is not slowed down by what is done. */
const KEPT = 200;
const KEPT_LETTERS = 200_000;
/** These stay however long they are. */
const LATEST = 3;
/** Other tabs that cannot ring are heard this often. */
const LOOK_MS = 3_000;

export interface OutboxOptions extends Omit<CourierEvents, 'onChange'> {
  space: string;
  /** Seat or account that acts. */
  actor: string;
  storage: OutboxStorage;
  carry: Carry;
  onView: (view: OutboxView) => void;
}

/** The outbox of one person in one space (architecture.md §3): one FIFO of commands, one slot per object for presses. */
export class Outbox {
  private readonly box: string;
  private readonly courier: Courier;
  private readonly bell: TabBell;
  private resign: Resign | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;
  private view = EMPTY_VIEW;
  private isLeader = false;
  private readonly letters = new Map<string, number>();
  private readonly waiting = new Map<string, (command: StoredCommand) => void>();

  constructor(private readonly options: OutboxOptions) {
    this.box = `${options.space}/${options.actor}`;
    this.bell = tabBell(`tegerek-outbox/${this.box}`, () => { void this.refresh(); this.courier.wake(); });
    this.courier = new Courier(this.box, options.space, options.storage, options.carry, { ...options, onChange: () => { void this.changed(); } });
  }

  async start(): Promise<void> {
    await this.refresh();
    this.resign = seekLead(`tegerek-outbox/${this.box}`, this.options.storage, (isLeader) => this.lead(isLeader));
    this.timer = setInterval(() => { void this.refresh(); if (this.isLeader && this.hasUnsettled()) this.courier.wake(); }, LOOK_MS);
  }

  stop(): void {
    this.courier.stop();
    this.resign?.();
    clearInterval(this.timer);
    this.bell.close();
  }

  /** The network is back. */
  wake(): void { this.courier.wake(); }

  /** Writes a command; resolves when it is safe on this device. `settled` resolves with the server's word, however late. */
  async send<N extends CommandName>(name: N, payload: Payload<N>, expect?: { rev: number }): Promise<{ id: string; settled: Promise<StoredCommand> }> {
    const id = newId();
    const envelope = { id, name, space: this.options.space, payload, ...(expect === undefined ? {} : { expect }) } as Envelope;
    const settled = new Promise<StoredCommand>((resolve) => { this.waiting.set(id, resolve); });
    await this.options.storage.addCommand({
      box: this.box, id, envelope, state: 'saved', savedAt: Date.now(), settledAt: null, attempts: 0, seq: null, refusal: null, result: undefined,
    });
    await this.changed();
    this.courier.wake();
    return { id, settled };
  }

  /**
   * Puts a press into its object's slot; an older one that has not been sent is replaced.
   * @param knownRev the highest `rev` that the server is known to hold
   */
  async press(name: PressName, object: string, choice: unknown, knownRev: number): Promise<StoredPress> {
    const press = await this.options.storage.changePress(this.box, object, (now) => ({
      box: this.box, object, name, id: newId(), choice, state: 'saved', savedAt: Date.now(), settledAt: null, attempts: 0, receipt: now?.receipt ?? null, refusal: null,
      rev: Math.max(knownRev, now?.rev ?? 0, conflictingRev(now)) + 1,
    }));
    await this.changed();
    this.courier.wake();
    return press as StoredPress;
  }

  /** Takes a row out of sight: what is settled, or what never left this device. */
  async discard(id: string): Promise<boolean> {
    const command = (await this.options.storage.commands(this.box)).find((row) => row.id === id);
    if (command === undefined || (isUnsettled(command.state) && command.attempts > 0)) return false;
    await this.options.storage.removeCommand(command);
    await this.changed();
    return true;
  }

  private lead(isLeader: boolean): void {
    this.isLeader = isLeader;
    if (isLeader) this.courier.start();
    else this.courier.stop();
  }

  private hasUnsettled(): boolean {
    return this.view.commands.some((row) => isUnsettled(row.state)) || Object.values(this.view.presses).some((row) => isUnsettled(row.state));
  }

  private async changed(): Promise<void> {
    await this.refresh();
    this.bell.ring();
  }

  private async refresh(): Promise<void> {
    const [commands, presses] = await Promise.all([this.options.storage.commands(this.box), this.options.storage.presses(this.box)]);
    await this.forgetOld(commands);
    const view = { commands, presses: Object.fromEntries(presses.map((press) => [press.object, press])) };
    if (JSON.stringify(view) !== JSON.stringify(this.view)) {
      this.view = view;
      this.options.onView(view);
    }
    for (const command of commands) if (!isUnsettled(command.state)) this.settle(command);
  }

  private settle(command: StoredCommand): void {
    this.waiting.get(command.id)?.(command);
    this.waiting.delete(command.id);
  }

  private lettersOf({ id, envelope }: StoredCommand): number {
    const known = this.letters.get(id) ?? JSON.stringify(envelope).length;
    this.letters.set(id, known);
    return known;
  }

  private async forgetOld(commands: StoredCommand[]): Promise<void> {
    const latestFirst = commands.filter((row) => !isUnsettled(row.state)).reverse();
    let letters = 0;
    for (const [i, row] of latestFirst.entries()) {
      letters += this.lettersOf(row);
      if (i < LATEST || (i < KEPT && letters <= KEPT_LETTERS)) continue;
      await this.options.storage.removeCommand(row);
      this.letters.delete(row.id);
      commands.splice(commands.indexOf(row), 1);
    }
  }
}

/** The server's `rev` of a press that met another one of the same seat (docs/protocol.md, `ballot.rev-conflict`). */
function conflictingRev(press: StoredPress | undefined): number {
  const rev = press?.refusal?.details?.rev;
  return typeof rev === 'number' ? rev : 0;
}
