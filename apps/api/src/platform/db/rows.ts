import type { EntityMetadata, QueryRunner } from 'typeorm';
import { run } from './statement.js';

/** A TypeORM entity class with a single `id` primary key and explicit column names. */
export type RowClass<R extends object> = new () => R;

interface Mapping {
  table: string;
  columns: { property: string; name: string; type: string }[];
  selectList: string;
  upsert: string;
}

const mappings = new WeakMap<EntityMetadata, Mapping>();

/** All rows with these ids, in no order. */
export async function selectRows<R extends object>(runner: QueryRunner, row: RowClass<R>, ids: readonly string[]): Promise<R[]> {
  const { table, selectList } = mappingOf(runner, row);
  return run<R>(runner, `SELECT ${selectList} FROM ${table} WHERE id = ANY($1::uuid[])`, [ids]);
}

/**
 * Rows of several tables by id in one statement: what a batch looks for. @returns in the order of `wanted`, each table's rows in no order;
 * the values are those of `selectRows` as long as columns hold texts, ids, whole numbers, booleans, days or JSON
 */
export async function selectTogether(runner: QueryRunner, wanted: readonly (readonly [row: RowClass<object>, ids: readonly string[]])[]): Promise<object[][]> {
  const sources = wanted.map(([row], i) => {
    const { table, selectList } = mappingOf(runner, row);
    return `(SELECT coalesce(json_agg(r), '[]') FROM (SELECT ${selectList} FROM ${table} WHERE id = ANY($${i + 1}::uuid[])) r) AS t${i}`;
  });
  const [found] = await run<Record<string, object[]>>(runner, `SELECT ${sources.join(', ')}`, wanted.map(([, ids]) => ids));
  return wanted.map((_, i) => found?.[`t${i}`] ?? []);
}

/** All rows whose columns equal the given values (`null` matches null), by id. Column names come from the entity, never from the caller's text. */
export async function selectWhere<R extends object>(runner: QueryRunner, row: RowClass<R>, where: Partial<R>): Promise<R[]> {
  const { table, selectList, columns } = mappingOf(runner, row);
  const terms = Object.entries(where).filter(([, value]) => value !== undefined).map(([property], i) => {
    const column = columns.find((candidate) => candidate.property === property);
    if (!column) throw new Error(`${row.name} has no column ${property}`);
    return `"${column.name}" IS NOT DISTINCT FROM $${i + 1}::${column.type}`;
  });
  const values = Object.values(where).filter((value) => value !== undefined);
  return run<R>(runner, `SELECT ${selectList} FROM ${table} WHERE ${terms.join(' AND ')} ORDER BY id`, values);
}

/** Inserts or replaces whole rows in one statement. */
export async function upsertRows<R extends object>(runner: QueryRunner, row: RowClass<R>, rows: readonly R[]): Promise<void> {
  if (rows.length === 0) return;
  const { upsert, columns } = mappingOf(runner, row);
  const records = rows.map((value) => Object.fromEntries(columns.map(({ property, name }) => [name, (value as Record<string, unknown>)[property] ?? null])));
  await run(runner, upsert, [JSON.stringify(records)]);
}

function mappingOf<R extends object>(runner: QueryRunner, row: RowClass<R>): Mapping {
  const metadata = runner.connection.getMetadata(row);
  let mapping = mappings.get(metadata);
  if (!mapping) mappings.set(metadata, (mapping = buildMapping(metadata)));
  return mapping;
}

function buildMapping(metadata: EntityMetadata): Mapping {
  const table = metadata.schema ? `"${metadata.schema}"."${metadata.tableName}"` : `"${metadata.tableName}"`;
  const columns = metadata.columns.map((column) => ({ property: column.propertyName, name: column.databaseName, type: `${String(column.type)}${column.isArray ? '[]' : ''}` }));
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const changes = columns.filter(({ name }) => name !== 'id').map(({ name }) => `"${name}" = excluded."${name}"`).join(', ');
  return {
    table, columns,
    selectList: columns.map(({ property, name }) => `"${name}" AS "${property}"`).join(', '),
    upsert: `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS x(${columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')}) ON CONFLICT (id) DO UPDATE SET ${changes}`,
  };
}
