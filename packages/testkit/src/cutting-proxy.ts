import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

export interface CuttingProxyOptions {
  /** Port on 127.0.0.1 that connections are passed on to. */
  readonly target: number;
  /** Port and address to listen on; any free port on 127.0.0.1 by default. */
  readonly port?: number;
  readonly host?: string;
}

export interface CuttingProxy {
  readonly port: number;
  /** Connections that pass through now. */
  readonly connections: number;
  readonly isCut: boolean;
  /** How long every chunk takes in each direction, or up to the server and down from it, ms; 0 at first. */
  delayMs: number | { readonly up: number; readonly down: number };
  /** Resets every connection and refuses new ones, as a network that is gone. Resolves when none is left. */
  cut(): Promise<void>;
  /** Takes connections again, on the same port. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

function reset(socket: Socket): void {
  // a reset needs a connected socket; one that is still connecting is only dropped
  if (socket.connecting || socket.destroyed) socket.destroy();
  else socket.resetAndDestroy();
}

class TcpProxy implements CuttingProxy {
  readonly #options: CuttingProxyOptions;
  readonly #pairs = new Map<Socket, Socket>();
  #server: Server | undefined;
  #port = 0;
  delayMs: CuttingProxy['delayMs'] = 0;

  constructor(options: CuttingProxyOptions) { this.#options = options; }

  get port(): number { return this.#port; }
  get connections(): number { return this.#pairs.size; }
  get isCut(): boolean { return this.#server === undefined; }

  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = new Promise<void>((done) => { if (server) server.close(() => { done(); }); else done(); });
    for (const [near, far] of this.#pairs) { reset(near); reset(far); }
    await closed;
  }

  async restore(): Promise<void> {
    if (this.#server) return;
    const server = createServer({ noDelay: true }, (near) => { this.#pass(near); });
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(this.#port === 0 ? this.#options.port ?? 0 : this.#port, this.#options.host ?? '127.0.0.1', done);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> { await this.cut(); }

  #pass(near: Socket): void {
    const far = connect({ port: this.#options.target, host: '127.0.0.1', noDelay: true });
    this.#pairs.set(near, far);
    const end = (): void => {
      this.#pairs.delete(near);
      reset(near);
      reset(far);
    };
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
    this.#flow(near, far, 'up');
    this.#flow(far, near, 'down');
  }

  /** Passes on what comes, in order, each chunk after the delay of its moment. */
  #flow(from: Socket, to: Socket, way: 'up' | 'down'): void {
    let due = 0;
    const later = (act: () => void): void => {
      due = Math.max(due, Date.now() + (typeof this.delayMs === 'number' ? this.delayMs : this.delayMs[way]));
      if (due <= Date.now()) act();
      else setTimeout(act, due - Date.now());
    };
    from.on('data', (chunk) => { later(() => { if (!to.destroyed && !to.write(chunk)) { from.pause(); to.once('drain', () => from.resume()); } }); });
    from.on('end', () => { later(() => { to.end(); }); });
  }
}

/**
 * A TCP proxy that can take a network away: a browser's offline switch may leave open sockets alive, a reset does not.
 */
export async function startCuttingProxy(options: CuttingProxyOptions): Promise<CuttingProxy> {
  const proxy = new TcpProxy(options);
  await proxy.restore();
  return proxy;
}
