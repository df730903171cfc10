import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../apps/api/dist/platform/db/embedded-postgres.js';
import { createDataSource, migrate } from '../../apps/api/dist/platform/db/database.js';
import { Child } from '../lib/child.mjs';
import { median, sleep } from '../lib/stats.mjs';
import { SCHEMA } from './batcher.mjs';
import { makeHall } from './hall.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A Postgres of its own in a folder that goes away, halls by size, and servers and floors to run against each other. */
export class BenchWorld {
  #halls = new Map();
  results = [];

  /** `profileDir`: each server and floor writes a CPU profile there for each measured pass. */
  static async start({ rounds, isQuick, profileDir }) {
    const world = new BenchWorld();
    Object.assign(world, { rounds, isQuick, profileDir, dataDir: mkdtempSync(join(tmpdir(), 'tegerek-bench-')) });
    world.postgres = await startEmbeddedPostgres({ dataDir: world.dataDir });
    world.databaseUrl = world.postgres.url;
    world.client = new pg.Client({ connectionString: world.databaseUrl });
    await world.client.connect();
    const database = await createDataSource(world.databaseUrl, [], 2).initialize();
    await migrate(database);
    await database.destroy();
    await world.client.query(SCHEMA);
    return world;
  }

  async stop() {
    await this.client?.end();
    await this.postgres?.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  server(label, argument = {}) {
    return new Child(path('./server.mjs'), { databaseUrl: this.databaseUrl, dataDir: this.dataDir, profile: this.#profile(label), ...argument });
  }

  floor(scenario, argument = {}) {
    return new Child(path('./floor.mjs'), { scenario, databaseUrl: this.databaseUrl, profile: this.#profile(`floor-${scenario}`), ...argument });
  }

  #profile(label) {
    return this.profileDir && join(this.profileDir, `${label}-${Date.now()}`);
  }

  async clients(hall) {
    const clients = new Child(path('./clients.mjs'));
    await clients.ready;
    await clients.call('hall', hall);
    return clients;
  }

  /** One dialogue per size, made on first use. */
  async hall(n) {
    let hall = this.#halls.get(n);
    if (hall) return hall;
    const server = this.server(`hall-${n}`);
    await server.ready;
    hall = await makeHall(server, this.client, n);
    await server.stop();
    this.#halls.set(n, hall);
    return hall;
  }

  async head(hall) {
    const { rows } = await this.client.query('SELECT seq FROM log.head WHERE log_id = $1', [hall.space]);
    return Number(rows[0].seq);
  }

  /** Transactions that this Postgres has committed so far. */
  async commits() {
    await sleep(1_100); // backends report their figures at most once a second
    const { rows } = await this.client.query('SELECT sum(xact_commit)::bigint AS n FROM pg_stat_database');
    return Number(rows[0].n);
  }

  /** Runs `one` with a subject and clients, and ends both. */
  async against(subject, hall, one) {
    const clients = await this.clients(hall);
    try {
      const { port } = await subject.ready;
      return await one({ port, subject, clients });
    } finally {
      await Promise.all([subject.stop(), clients.stop()]);
    }
  }

  /** Every variant once a round, in rotated order. @returns by variant, the results by round */
  async inRounds(label, variants) {
    const names = Object.keys(variants);
    const byVariant = Object.fromEntries(names.map((name) => [name, []]));
    for (let round = 0; round < this.rounds; round++) {
      for (const [i] of names.entries()) {
        const name = names[(i + round) % names.length];
        const result = await variants[name]();
        byVariant[name].push(result);
        this.results.push({ label, round, variant: name, ...result });
        process.stderr.write(`${label} round ${round + 1} ${name}: ${Object.entries(result).map(([key, value]) => `${key} ${Math.abs(value) < 10 ? value.toFixed(2) : Math.round(value)}`).join(', ')}\n`);
      }
    }
    return byVariant;
  }
}

/** Median over rounds of a figure and of its ratio to the same figure of another variant of the same round. */
export function compare(ours, floors, figure) {
  return { value: median(ours.map((result) => result[figure])), floor: median(floors.map((result) => result[figure])), ratio: median(ours.map((result, round) => result[figure] / floors[round][figure])) };
}
