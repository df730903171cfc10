import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** A WebSocket client that sends whatever it is told: no library stands between the test and the wire. */
export class RawSocket {
  readonly received: string[] = [];
  /** HTTP status of the upgrade; 101 when it is open. */
  status = 0;
  /** Code of the server's close frame. */
  closeCode: number | null = null;
  #buffer: Buffer = Buffer.alloc(0);
  #isOpen = false;
  readonly ended: Promise<void>;

  private constructor(readonly socket: Socket) {
    this.ended = new Promise((resolve) => { socket.once('close', () => resolve()); });
    socket.on('error', () => undefined);
    socket.on('data', (data) => this.#read(data));
  }

  /** Upgrades to Engine.IO, and opens the namespace, saying `auth` (JSON text), unless `bare`. */
  static async open(port: number, { headers = {}, bare = false, auth = '' }: { headers?: Record<string, string>; bare?: boolean; auth?: string } = {}): Promise<RawSocket> {
    const raw = new RawSocket(connect(port, '127.0.0.1'));
    const lines = { Host: `127.0.0.1:${port}`, Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Key': randomBytes(16).toString('base64'), 'Sec-WebSocket-Version': '13', ...headers };
    raw.socket.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${Object.entries(lines).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`);
    await raw.until(() => raw.status !== 0);
    if (raw.status !== 101 || bare) return raw;
    raw.text(`40${auth}`);
    await raw.until(() => raw.received.some((frame) => frame.startsWith('40')));
    return raw;
  }

  get isClosed(): boolean {
    return this.socket.destroyed || this.closeCode !== null;
  }

  text(payload: string): void {
    this.frame(0x81, Buffer.from(payload));
  }

  /** One masked frame with this first byte; `claimed` lies about the length. */
  frame(first: number, payload: Buffer, claimed = payload.length): void {
    const head = claimed < 126 ? Buffer.from([first, 0x80 | claimed]) : claimed < 65_536 ? Buffer.from([first, 0x80 | 126, claimed >> 8, claimed & 255]) : Buffer.concat([Buffer.from([first, 0x80 | 127]), bigEndian(claimed)]);
    // the mask of zeros leaves the payload readable in a dump
    this.socket.write(Buffer.concat([head, Buffer.alloc(4), payload]));
  }

  /** The acknowledgement with this number, parsed. */
  async ack(id: number, ms = 10_000): Promise<unknown> {
    const start = `43${id}[`;
    await this.until(() => this.received.some((frame) => frame.startsWith(start)), ms);
    return (JSON.parse((this.received.find((frame) => frame.startsWith(start)) ?? '').slice(start.length - 1)) as unknown[])[0];
  }

  async until(condition: () => boolean, ms = 10_000): Promise<void> {
    const end = Date.now() + ms;
    while (!condition()) {
      if (Date.now() > end || (this.socket.destroyed && this.status === 0)) throw new Error(`not reached; status ${this.status}, close code ${String(this.closeCode)}, last frames ${JSON.stringify(this.received.slice(-3)).slice(0, 300)}`);
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
  }

  close(): void {
    this.socket.destroy();
  }

  #read(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    if (!this.#isOpen) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(this.#buffer.toString('latin1'))?.[1] ?? 0);
      this.#buffer = this.#buffer.subarray(end + 4);
      this.#isOpen = true;
    }
    while (this.#takeFrame());
  }

  /** Frames of a server are not masked and here never fragmented. */
  #takeFrame(): boolean {
    const [first, second] = [this.#buffer[0], this.#buffer[1]];
    if (first === undefined || second === undefined) return false;
    const [size, at] = second < 126 ? [second, 2] : second === 126 ? [this.#buffer.length < 4 ? Infinity : this.#buffer.readUInt16BE(2), 4] : [this.#buffer.length < 10 ? Infinity : Number(this.#buffer.readBigUInt64BE(2)), 10];
    if (this.#buffer.length < at + size) return false;
    const payload = this.#buffer.subarray(at, at + size);
    this.#buffer = this.#buffer.subarray(at + size);
    if ((first & 15) === 8) this.#closed(payload);
    else if (payload.toString() === '2') this.text('3');
    else this.received.push(payload.toString());
    return true;
  }

  /** Answers as a browser does; the server would wait half a minute for that before it drops the connection. */
  #closed(payload: Buffer): void {
    this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
    if (!this.socket.destroyed) this.frame(0x88, payload);
  }
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
