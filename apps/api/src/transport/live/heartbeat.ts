import type { Server } from 'socket.io';
import { idleStream, serverFrame, type Connection } from './one-frame-adapter.js';

/** An Engine.IO socket, with the heartbeat that it starts by itself. */
interface Beating extends Connection {
  pingIntervalTimer: NodeJS.Timeout | null;
  sendPacket(type: 'ping'): void;
  onClose(reason: string): void;
  on(event: 'packet', listener: () => void): void;
  once(event: 'close', listener: () => void): void;
}

const SLOTS = 20;
const PING = serverFrame('2');

/**
 * Engine.IO's heartbeat with one timer for all sockets instead of two for each, and one ready-made frame. What clients see is the same: a ping
 * every `intervalMs`; who sends nothing at all within `timeoutMs` after one is closed. Thousands of sockets are pinged in twenty bundles a round.
 */
export class Heartbeat {
  readonly #slots = Array.from({ length: SLOTS }, () => new Set<Beating>());
  readonly #silent = new Set<Beating>();
  readonly #timeoutSlots: number;
  readonly #timer: NodeJS.Timeout;
  #now = 0;

  constructor(engine: Server['engine'], { intervalMs, timeoutMs }: { intervalMs: number; timeoutMs: number }) {
    const slotMs = intervalMs / SLOTS;
    this.#timeoutSlots = Math.min(SLOTS - 1, Math.ceil(timeoutMs / slotMs));
    (engine as unknown as { on(event: 'connection', listener: (connection: Beating) => void): void }).on('connection', (connection) => this.#add(connection));
    this.#timer = setInterval(() => this.#tick(), slotMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #add(connection: Beating): void {
    if (connection.pingIntervalTimer) clearTimeout(connection.pingIntervalTimer);
    connection.pingIntervalTimer = null;
    const slot = this.#slots[this.#now];
    slot?.add(connection);
    connection.on('packet', () => this.#silent.delete(connection));
    connection.once('close', () => {
      slot?.delete(connection);
      this.#silent.delete(connection);
    });
  }

  #tick(): void {
    this.#now = (this.#now + 1) % SLOTS;
    for (const connection of this.#slots[(this.#now + SLOTS - this.#timeoutSlots) % SLOTS] ?? []) if (this.#silent.has(connection)) connection.onClose('ping timeout');
    for (const connection of this.#slots[this.#now] ?? []) {
      this.#silent.add(connection);
      const stream = idleStream(connection);
      if (stream) stream.write(PING);
      else if (connection.readyState === 'open') connection.sendPacket('ping');
    }
  }
}
