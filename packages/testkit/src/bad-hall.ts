import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** What the network of a bad hall does, each kind to some connections now and then. */
export const TROUBLES = ['delay', 'dribble', 'reset', 'half-open', 'partition'] as const;
export type Trouble = (typeof TROUBLES)[number];
/** Of a hundred troubles, up to which number each kind is meant. */
const UP_TO: readonly (readonly [Trouble, number])[] = [['delay', 40], ['dribble', 65], ['reset', 83], ['half-open', 96], ['partition', 100]];

export interface BadHallOptions {
  /** Port on 127.0.0.1 that connections are passed on to. */
  readonly target: number;
  /** Numbers in [0, 1): the same ones, the same order of troubles. */
  readonly random: () => number;
  /** Between two troubles, ms; default 250. */
  readonly everyMs?: number;
}

export interface BadHall {
  readonly port: number;
  /** How often each kind of trouble met a connection. */
  readonly happened: Readonly<Record<Trouble, number>>;
  /** From now on. */
  storm(): void;
  /** No further trouble; what is stuck is reset, so that everybody connects anew. */
  calm(): void;
  close(): Promise<void>;
}

const SLICE_BYTES = 32;
const SLICE_MS = 10;

/** One direction of a connection: passes bytes on in order, later, or in small pieces, or not at all. */
class Lane {
  #waiting: Buffer[] = [];
  #heldUntil = 0;
  #dribblesUntil = 0;
  #isDead = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(from: Socket, private readonly to: Socket) {
    from.on('data', (chunk: Buffer) => { this.#waiting.push(chunk); this.#flow(); });
  }

  hold(ms: number): void { this.#heldUntil = Date.now() + ms; }
  dribble(ms: number): void { this.#dribblesUntil = Date.now() + ms; }
  /** Half-open: the bytes vanish, nobody is told. */
  die(): void { this.#isDead = true; this.#waiting = []; }

  #flow(): void {
    if (this.#timer !== undefined || this.#isDead || this.to.destroyed) return;
    const now = Date.now();
    if (now < this.#heldUntil) return this.#later(this.#heldUntil - now);
    const [first, ...rest] = this.#waiting;
    if (first === undefined) return;
    if (now < this.#dribblesUntil) {
      this.to.write(first.subarray(0, SLICE_BYTES));
      this.#waiting = first.length > SLICE_BYTES ? [first.subarray(SLICE_BYTES), ...rest] : rest;
      if (this.#waiting.length > 0) this.#later(SLICE_MS);
      return;
    }
    for (const chunk of this.#waiting) this.to.write(chunk);
    this.#waiting = [];
  }

  #later(ms: number): void {
    this.#timer = setTimeout(() => { this.#timer = undefined; this.#flow(); }, ms).unref();
  }
}

interface Link {
  near: Socket;
  far: Socket;
  lanes: [Lane, Lane];
  isStuck: boolean;
}

class Proxy implements BadHall {
  readonly happened: Record<Trouble, number> = { delay: 0, dribble: 0, reset: 0, 'half-open': 0, partition: 0 };
  readonly #links = new Set<Link>();
  #server: Server | undefined;
  #port = 0;
  #timer: NodeJS.Timeout | undefined;
  #refusesUntil = 0;

  constructor(private readonly options: BadHallOptions) {}

  get port(): number { return this.#port; }

  async start(): Promise<void> {
    const server = createServer({ noDelay: true }, (near) => { this.#pass(near); });
    await new Promise<void>((done, fail) => { server.once('error', fail).listen(0, '127.0.0.1', done); });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  storm(): void {
    this.#timer = setInterval(() => { this.#trouble(); }, this.options.everyMs ?? 250);
  }

  #pass(near: Socket): void {
    near.on('error', () => undefined);
    if (Date.now() < this.#refusesUntil) return void near.resetAndDestroy();
    const far = connect({ port: this.options.target, host: '127.0.0.1', noDelay: true });
    far.on('error', () => undefined);
    const link: Link = { near, far, lanes: [new Lane(near, far), new Lane(far, near)], isStuck: false };
    this.#links.add(link);
    for (const [one, other] of [[near, far], [far, near]] as const) one.on('close', () => { this.#links.delete(link); if (!link.isStuck) other.destroy(); });
  }

  #trouble(): void {
    const { random } = this.options;
    const links = [...this.#links].filter(({ isStuck }) => !isStuck);
    const link = links[Math.floor(random() * links.length)];
    const drawn = 100 * random();
    const kind = UP_TO.find(([, upTo]) => drawn < upTo)?.[0] ?? 'delay';
    if (link === undefined) return;
    this.happened[kind]++;
    if (kind === 'delay') for (const lane of link.lanes) lane.hold(200 + 1_800 * random());
    else if (kind === 'dribble') for (const lane of link.lanes) lane.dribble(2_000);
    else if (kind === 'reset') this.#reset(link);
    else if (kind === 'half-open') this.#stick(link);
    else {
      this.#refusesUntil = Date.now() + 1_000;
      for (const one of links) this.#reset(one);
    }
  }

  #stick(link: Link): void {
    link.isStuck = true;
    for (const lane of link.lanes) lane.die();
  }

  #reset({ near, far }: Link): void {
    for (const socket of [near, far]) if (socket.connecting || socket.destroyed) socket.destroy(); else socket.resetAndDestroy();
  }

  calm(): void {
    clearInterval(this.#timer);
    this.#refusesUntil = 0;
    for (const link of this.#links) if (link.isStuck) this.#reset(link);
  }

  async close(): Promise<void> {
    this.calm();
    for (const link of this.#links) this.#reset(link);
    await new Promise<void>((done) => { this.#server?.close(() => done()); });
  }
}

/** A TCP proxy that is the network of a bad hall: seeded delays, dribbling, resets, half-open connections and partitions. */
export async function startBadHall(options: BadHallOptions): Promise<BadHall> {
  const proxy = new Proxy(options);
  await proxy.start();
  return proxy;
}
