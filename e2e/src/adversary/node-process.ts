import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url));

/** The server as its own process, as people run it: its death, its pid and everything that it writes can be seen. */
export interface NodeProcess {
  url: string;
  port: number;
  pid: number;
  /** Both streams so far. */
  output(): string;
  /** Waits until it has written this. */
  says(text: string): Promise<void>;
  isAlive(): boolean;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
});

/** Starts a node on this database (`undefined`: its own embedded one) and waits until it answers. */
export async function startNodeProcess(databaseUrl: string | undefined, more: NodeJS.ProcessEnv = {}): Promise<NodeProcess> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: databaseUrl, DATA_DIR: tmpdir(), DEMO: 'off', LOG_LEVEL: 'trace', NODE_OPTIONS: '', ...more };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { written.push(text); });
  let isWanted = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      // the last words of a server that died tell why the test fails
      if (isWanted) process.stderr.write(`the server ended with ${String(code ?? signal)}: ${written.join('').slice(-3_000)}\n`);
      resolve();
    });
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/api/health/ready`).then((response) => response.ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${written.join('')}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  return {
    url, port, pid: child.pid ?? 0, output: () => written.join(''), isAlive: () => child.exitCode === null && child.signalCode === null,
    says: async (text) => {
      while (!written.join('').includes(text)) await new Promise((resolve) => { setTimeout(resolve, 50); });
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      isWanted = false;
      child.kill('SIGTERM');
      await ended;
    },
  };
}
