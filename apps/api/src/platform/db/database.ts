import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';

const INT8 = 20;
const DATE = 1082;
// bigint columns hold instants (ms) and sequence numbers: safe integers; days stay text
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(DATE, String);

const MIGRATION_LOCK = 727_001;

/**
 * A connection that can be ended between its birth and its first use: the pool has let go of it then and TypeORM does not hold it yet, so
 * nobody would hear the error and it would end the process. Whoever uses it next is told by its own query.
 */
class SturdyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The one connection pool; entities are persistence only, `synchronize` never. */
export function createDataSource(url: string, rows: readonly (new () => object)[], poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres', url, entities: [...rows], migrations: MIGRATIONS as (new () => MigrationInterface)[], migrationsRun: false, synchronize: false, poolSize,
    applicationName: 'tegerek', // statements that are given together leave together (see statement.ts)
    extra: { Client: SturdyClient, pipeline: true, connectionTimeoutMillis: 5_000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 },
  });
}

/** Runs what is missing; two processes that start at once wait for each other. @returns names of the migrations that ran */
export async function migrate(database: DataSource): Promise<string[]> {
  const lock = database.createQueryRunner();
  await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    return (await database.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  }
}
