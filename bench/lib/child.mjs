// A script in another process, with calls and answers over the IPC channel.
import { fork } from 'node:child_process';

const STOP_MS = 5_000;

export class Child {
  #waiting = new Map();
  #nextId = 1;

  /** `options.execArgv` may hold `--cpu-prof`; the child must call `serve`. */
  constructor(script, argument = {}, options = {}) {
    this.process = fork(script, [JSON.stringify(argument)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], ...options });
    this.ready = new Promise((resolve, reject) => {
      this.process.on('message', (message) => {
        if (message.ready) resolve(message.ready);
        else this.#settle(message);
      });
      this.process.on('exit', (code, signal) => {
        const error = new Error(`${script} ended with ${code ?? signal}`);
        reject(error);
        for (const waiting of this.#waiting.values()) waiting.reject(error);
        this.#waiting.clear();
      });
    });
    this.ready.catch(() => undefined);
  }

  #settle({ id, result, error }) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }

  call(name, argument) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.process.send({ id, name, argument });
    });
  }

  /** Asks the child to end (its `stop` handler runs first) and kills it when it does not. */
  async stop() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.process.send({ id: 0, name: 'stop' });
    const limit = setTimeout(() => this.process.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(limit);
  }
}

/** The argument that the parent gave. */
export const childArgument = () => JSON.parse(process.argv[2] ?? '{}');

/** Child side: answers calls by name, then says that it is ready. Ends with its parent. */
export function serve(handlers, ready = {}) {
  const stop = async () => {
    await Promise.resolve(handlers.stop?.()).catch((error) => console.error(`did not stop well: ${error}`));
    process.exit(0);
  };
  process.on('message', ({ id, name, argument }) => {
    if (name === 'stop') void stop();
    else Promise.resolve().then(() => handlers[name](argument)).then((result) => process.send({ id, result }), (error) => process.send({ id, error: String(error?.stack ?? error) }));
  });
  process.on('SIGTERM', () => void stop());
  process.on('disconnect', () => process.exit(0));
  process.send({ ready });
}
