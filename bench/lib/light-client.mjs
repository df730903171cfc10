// A very light WebSocket client for load: one TCP socket, one read buffer for all sockets, no object per frame. It speaks plain
// RFC 6455 and, on top of it, the part of Engine.IO 4 / Socket.IO 5 that a load generator needs.
import { randomBytes } from 'node:crypto';
import net from 'node:net';

const READ = Buffer.allocUnsafe(1 << 18);
const EMPTY = Buffer.alloc(0);

/** Header of a frame (FIN set); `mask` adds a masking key of zeros, so that the payload is sent as it is. */
function header(length, opcode, mask) {
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + extra + (mask ? 4 : 0));
  head[0] = 0x80 | opcode;
  head[1] = (mask ? 0x80 : 0) | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) head.writeUInt16BE(length, 2);
  else if (extra === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

const frame = (payload, opcode, mask) => {
  const bytes = Buffer.from(payload);
  return Buffer.concat([header(bytes.length, opcode, mask), bytes]);
};
export const clientFrame = (payload, opcode = 1) => frame(payload, opcode, true);
/** For servers that write one ready-made frame to everybody. */
export const serverFrame = (payload, opcode = 1) => frame(payload, opcode, false);

const PONG = clientFrame('3');

export class LightSocket {
  #rest = EMPTY;
  #isOpen = false;

  /** `port`, `path`, `headers`, `onOpen()`, `onFrame(buffer, start, end)`, `onClose(error)`; the buffer is valid during the call only. */
  constructor(options) {
    this.options = options;
    this.bytesIn = 0;
    this.socket = net.connect({
      port: options.port, host: '127.0.0.1', noDelay: true,
      onread: { buffer: READ, callback: (n, buffer) => { this.#read(buffer, n); return true; } },
    });
    this.socket.on('connect', () => this.#handshake());
    this.socket.on('error', (error) => { this.error ??= error; });
    this.socket.on('close', () => options.onClose?.(this.error));
  }

  #handshake() {
    const { port, path = '/', headers = {} } = this.options;
    const lines = [
      `GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    this.socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  }

  #read(buffer, n) {
    this.bytesIn += n;
    let bytes = buffer;
    let end = n;
    if (this.#rest.length > 0) {
      bytes = Buffer.concat([this.#rest, buffer.subarray(0, n)]);
      end = bytes.length;
      this.#rest = EMPTY;
    }
    const from = this.#isOpen ? 0 : this.#opened(bytes, end);
    const at = from < 0 ? 0 : this.#frames(bytes, from, end);
    if (at < end) this.#rest = Buffer.from(bytes.subarray(at, end));
  }

  /** Where frames begin after the answer to the handshake; -1: it has not come whole. */
  #opened(bytes, end) {
    const headEnd = bytes.subarray(0, end).indexOf('\r\n\r\n');
    if (headEnd < 0) return -1;
    if (bytes.toString('latin1', 9, 12) !== '101') {
      this.error = new Error(`handshake refused: ${bytes.toString('latin1', 0, Math.min(end, 200))}`);
      this.socket.destroy();
      return end;
    }
    this.#isOpen = true;
    this.options.onOpen?.(this);
    return headEnd + 4;
  }

  #frames(bytes, from, end) {
    let at = from;
    while (end - at >= 2) {
      let length = bytes[at + 1] & 0x7f;
      let head = 2;
      if (length === 126) {
        if (end - at < 4) break;
        length = bytes.readUInt16BE(at + 2);
        head = 4;
      } else if (length === 127) {
        if (end - at < 10) break;
        length = Number(bytes.readBigUInt64BE(at + 2));
        head = 10;
      }
      if (end - at < head + length) break;
      const opcode = bytes[at] & 0x0f;
      if (opcode === 9) this.socket.write(clientFrame(bytes.subarray(at + head, at + head + length), 10));
      else if (opcode === 8) this.socket.end();
      else this.options.onFrame(bytes, at + head, at + head + length, this);
      at += head + length;
    }
    return at;
  }

  send(text) {
    this.socket.write(clientFrame(text));
  }

  destroy() {
    this.socket.destroy();
  }
}

/** Socket.IO (JSON parser, main namespace) on a LightSocket, `auth` being JSON text that goes with CONNECT: `onConnect()`, `onEvent(buffer, start, end)`, `onAck(id, buffer, start, end)`. */
export class LightSocketIo {
  #ackId = 0;

  constructor(options) {
    this.socket = new LightSocket({ ...options, path: '/socket.io/?EIO=4&transport=websocket', onOpen: undefined, onFrame: (bytes, start, end) => this.#frame(options, bytes, start, end) });
  }

  #frame(options, bytes, start, end) {
    const [engine, packet] = [bytes[start], bytes[start + 1]];
    if (engine === 0x32) this.socket.socket.write(PONG);
    else if (engine === 0x30) this.socket.send(`40${options.auth ?? ''}`);
    else if (engine !== 0x34) return;
    else if (packet === 0x32) options.onEvent?.(bytes, start, end, this);
    else if (packet === 0x30) options.onConnect?.(this);
    else if (packet === 0x33) {
      let at = start + 2;
      let id = 0;
      while (bytes[at] >= 0x30 && bytes[at] <= 0x39) id = id * 10 + bytes[at++] - 0x30;
      options.onAck?.(id, bytes, at, end, this);
    }
  }

  /** Sends an event whose one argument is JSON text already; returns the id of its acknowledgement. */
  emit(event, json) {
    this.socket.send(`42${this.#ackId}["${event}",${json}]`);
    return this.#ackId++;
  }

  get bytesIn() {
    return this.socket.bytesIn;
  }

  destroy() {
    this.socket.destroy();
  }
}
