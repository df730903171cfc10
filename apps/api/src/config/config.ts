import { isAbsolute, resolve } from 'node:path';

export const CONFIG = Symbol('CONFIG');

export interface Config {
  port: number;
  host: string;
  /** Address under which people reach this server; `undefined`: the LAN address. */
  publicUrl: string | undefined;
  databaseUrl: string;
  /** `true`: our own embedded Postgres, and the demo's links are printed. */
  isEmbedded: boolean;
  dataDir: string;
  /** The key that signs checkpoints of the logs; by default `log-key` in the data folder. */
  logKeyFile?: string | undefined;
  logLevel: string;
  /** Open the demo dialogue on an empty database. */
  demo: boolean;
}

/** The only reader of the environment. `databaseUrl` comes from the launcher when DATABASE_URL is not set. */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string, databaseUrl?: string): Config {
  const external = env['DATABASE_URL'];
  const dataDir = env['DATA_DIR'] ?? '.data';
  return {
    port: Number(env['PORT'] ?? 3000), host: env['HOST'] ?? '0.0.0.0', publicUrl: env['PUBLIC_URL']?.replace(/\/$/u, ''), databaseUrl: external ?? databaseUrl ?? '', isEmbedded: external === undefined,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(cwd, dataDir), logKeyFile: env['LOG_KEY_FILE'], logLevel: env['LOG_LEVEL'] ?? 'warn', demo: env['DEMO'] !== 'off',
  };
}
