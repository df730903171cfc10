import { Adapter, type BroadcastOptions, type Room } from 'socket.io-adapter';
import type { Socket } from 'socket.io';

const SLICE = 250;
/** Bytes a slow socket may have waiting before it gets nothing but the head, and before it is closed. */
const SLOW_BYTES = 256 * 1024;
const DEAD_BYTES = 1024 * 1024;

/** The TCP or TLS stream below a WebSocket. */
interface Stream {
  write(frame: Buffer): void;
  /** Until `uncork`, what is written waits, and then leaves in one write. */
  cork(): void;
  uncork(): void;
}

interface RawSocket {
  readyState: number;
  bufferedAmount: number;
  _socket: Stream;
}

export interface Connection {
  readyState: string;
  writeBuffer: unknown[];
  transport: { writable: boolean; name: string; perMessageDeflate?: unknown; socket: RawSocket };
}

interface Job {
  sockets: string[];
  next: number;
  write(socket: Socket): void;
}

/**
 * A Socket.IO adapter whose broadcast builds ONE WebSocket frame and writes the same buffer to every idle socket, in slices of 250 per
 * turn of the event loop; a socket that is not idle takes Socket.IO's ordinary path, so the order on a connection never changes.
 */
export class OneFrameAdapter extends Adapter {
  readonly #jobs: Job[] = [];

  override broadcast(packet: { type: number; data: unknown[]; nsp?: string }, options: BroadcastOptions): void {
    const [room] = options.rooms;
    if (packet.type !== EVENT || options.rooms.size !== 1 || options.except?.size || room === undefined) {
      super.broadcast(packet, options);
      return;
    }
    packet.nsp = this.nsp.name;
    const encoded = (this as unknown as { encoder: { encode(packet: object): string[] } }).encoder.encode(packet);
    const frame = serverFrame(`4${encoded[0] ?? ''}`);
    this.#queue(room, (socket) => writeFrame(socket, frame, encoded));
  }

  #queue(room: Room, write: (socket: Socket) => void): void {
    const ids = this.rooms.get(room);
    if (!ids || ids.size === 0) return;
    this.#jobs.push({ sockets: [...ids], next: 0, write });
    if (this.#jobs.length === 1) this.#slice();
  }

  /** One slice of the oldest broadcast; broadcasts never overtake each other. */
  #slice(): void {
    const job = this.#jobs[0];
    if (!job) return;
    const end = Math.min(job.sockets.length, job.next + SLICE);
    for (; job.next < end; job.next++) {
      const socket = this.nsp.sockets.get(job.sockets[job.next] ?? '');
      if (socket) job.write(socket);
    }
    if (job.next === job.sockets.length) this.#jobs.shift();
    if (this.#jobs.length > 0) setImmediate(() => this.#slice());
  }
}

/** Socket.IO packet type of an event. */
const EVENT = 2;
const OPEN = 1;

function writeFrame(socket: Socket, frame: Buffer, encoded: string[]): void {
  const connection = (socket as unknown as { client: { conn: Connection; writeToEngine(encoded: string[], options: object): void } }).client;
  const raw = connection.conn.transport.socket;
  if (raw.bufferedAmount > SLOW_BYTES) {
    (socket.data as { isBehind?: boolean }).isBehind = true;
    if (raw.bufferedAmount > DEAD_BYTES) socket.disconnect(true);
    return;
  }
  const stream = idleStream(connection.conn);
  if (stream) stream.write(frame);
  else connection.writeToEngine(encoded, { preEncoded: true, volatile: false });
}

/** The stream under a connection on which nothing waits: a ready-made frame may be written to it. `null`: it must take the ordinary path. */
export function idleStream({ readyState, writeBuffer, transport }: Connection): Stream | null {
  const raw = transport.socket;
  const isIdle = readyState === 'open' && transport.writable && writeBuffer.length === 0 && transport.name === 'websocket' && !transport.perMessageDeflate && raw.readyState === OPEN && raw.bufferedAmount === 0;
  return isIdle ? raw._socket : null;
}

/** One unmasked text frame (RFC 6455 §5.2); its last `behind` bytes are the caller's to write behind it. */
export function serverFrame(text: string, behind = 0): Buffer {
  const length = Buffer.byteLength(text);
  const size = length + behind;
  const at = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(at + length);
  frame[0] = 0x81;
  if (size < 126) frame[1] = size;
  else if (size < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(size, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(size), 2);
  }
  frame.write(text, at);
  return frame;
}
