import type { CommandName, PayloadInput, PressReceipt, Reply } from '@tegerek/contracts';
import { LiveClient } from '@tegerek/testkit';
import type { Person } from './cast.js';

/** What a device was told about a ballot that counts. */
export interface BallotReceipt {
  voteId: string;
  group: string;
  number: number;
  choice: string | string[];
}

/** How much a rehearsal did. */
export interface Tally {
  connections: number;
  commands: number;
  presses: number;
}

/** One person's phone without a browser: the same socket, the same replica, the same commands. */
export class Device {
  readonly client: LiveClient;
  readonly receipts = new Map<string, BallotReceipt>();

  constructor(url: string, readonly person: Person, private readonly space: string, private readonly done: Tally) {
    this.client = new LiveClient(url);
  }

  get key(): string {
    return this.person.key;
  }

  async enter(panels: string[]): Promise<void> {
    await this.client.signIn(this.space, this.person.authKey);
    await this.client.join(this.space, 'seat', panels);
    this.done.connections++;
  }

  /** Gives a command. @throws Error for a refusal, unless its code is one of `but` */
  async give<N extends CommandName>(name: N, payload: PayloadInput<N>, { but = [], expect }: { but?: string[]; expect?: { rev: number } } = {}): Promise<Reply> {
    const reply = await this.client.give(name, payload, { over: 'socket', ...(expect ? { expect } : {}) });
    this.done.commands++;
    if (!reply.ok && !but.includes(reply.code)) throw new Error(`${this.key}: ${name} was refused: ${reply.code}`);
    return reply;
  }

  /** Casts a ballot and keeps its receipt. */
  async vote(voteId: string, choice: string | string[]): Promise<void> {
    const reply = await this.give('ballot.cast', { object: voteId, rev: 1, choice } as PayloadInput<'ballot.cast'>);
    this.done.presses++;
    const { number } = (reply as { receipt?: PressReceipt }).receipt ?? {};
    if (number === undefined) throw new Error(`${this.key}: the ballot has no receipt`);
    this.receipts.set(voteId, { voteId, group: this.person.group ?? '', number, choice });
  }

  close(): void {
    this.client.close();
  }
}
