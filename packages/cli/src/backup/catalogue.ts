import type { ClientBase } from 'pg';

/** A table and the columns that are copied; generated ones are computed again. Names are quoted as SQL needs them. */
export interface CopiedTable { readonly table: string; readonly columns: readonly string[] }

/**
 * Everything that makes the database but its rows, as statements in the order in which they run. `before` stands before the
 * rows are loaded, `after` (keys, indexes, triggers) behind them.
 */
export interface SchemaDump {
  readonly before: readonly string[];
  readonly tables: readonly CopiedTable[];
  readonly after: readonly string[];
  readonly sequences: readonly string[];
}

/** True for what is ours: no system schema, and nothing that belongs to an extension. */
const ours = (alias: string, schema: string, catalogue: string): string =>
  `${schema} !~ '^pg_' AND ${schema} <> 'information_schema' AND NOT EXISTS (
    SELECT 1 FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${alias}.oid AND x.deptype = 'e')`;
const namespaced = (alias: string, column: string, catalogue: string): string =>
  `JOIN pg_namespace n ON n.oid = ${alias}.${column} WHERE ${ours(alias, 'n.nspname', catalogue)}`;

const SEQUENCE_OPTIONS = `'AS ' || format_type(s.seqtypid, NULL) || ' INCREMENT ' || s.seqincrement || ' MINVALUE ' || s.seqmin || ' MAXVALUE ' || s.seqmax
  || ' START ' || s.seqstart || ' CACHE ' || s.seqcache || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE ' NO CYCLE' END`;

/** What this reader does not know how to write down. A backup that silently left it out would be no backup. */
const UNKNOWN = `
  SELECT 'relation ' || c.oid::regclass AS what FROM pg_class c ${namespaced('c', 'relnamespace', 'pg_class')}
    AND (c.relkind NOT IN ('r', 'i', 'S', 't') OR c.relispartition OR c.relrowsecurity OR EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = c.oid))
  UNION ALL SELECT 'type ' || t.oid::regtype FROM pg_type t ${namespaced('t', 'typnamespace', 'pg_type')} AND t.typtype NOT IN ('b', 'c', 'e', 'd')
  UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p ${namespaced('p', 'pronamespace', 'pg_proc')} AND p.prokind NOT IN ('f', 'p')
  UNION ALL SELECT 'rule ' || r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class ${namespaced('c', 'relnamespace', 'pg_class')} AND r.rulename <> '_RETURN'
  UNION ALL SELECT 'operator ' || o.oid::regoperator FROM pg_operator o ${namespaced('o', 'oprnamespace', 'pg_operator')}
  UNION ALL SELECT 'collation ' || k.collname FROM pg_collation k ${namespaced('k', 'collnamespace', 'pg_collation')}
  UNION ALL SELECT 'event trigger ' || e.evtname FROM pg_event_trigger e
  ORDER BY 1`;

const EXTENSIONS = `SELECT format('CREATE EXTENSION IF NOT EXISTS %I SCHEMA %I', e.extname, n.nspname) AS sql
  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql' ORDER BY e.extname`;
const SCHEMAS = `SELECT format('CREATE SCHEMA IF NOT EXISTS %I', n.nspname) AS sql FROM pg_namespace n WHERE ${ours('n', 'n.nspname', 'pg_namespace')} ORDER BY n.nspname`;
const ENUMS = `SELECT format('CREATE TYPE %s AS ENUM (%s)', t.oid::regtype, (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)) AS sql
  FROM pg_type t ${namespaced('t', 'typnamespace', 'pg_type')} AND t.typtype = 'e' ORDER BY 1`;
const DOMAINS = `SELECT format('CREATE DOMAIN %s AS %s', t.oid::regtype, format_type(t.typbasetype, t.typtypmod)) || coalesce(' DEFAULT ' || t.typdefault, '') || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
  || coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), '' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '') AS sql
  FROM pg_type t ${namespaced('t', 'typnamespace', 'pg_type')} AND t.typtype = 'd' ORDER BY t.oid`;
/** Sequences of identity columns come with their column. */
const IS_IDENTITY = `EXISTS (SELECT 1 FROM pg_depend i WHERE i.classid = 'pg_class'::regclass AND i.objid = c.oid AND i.deptype = 'i')`;
const SEQUENCES = `SELECT format('CREATE SEQUENCE %s ', c.oid::regclass) || ${SEQUENCE_OPTIONS} AS sql
  FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid ${namespaced('c', 'relnamespace', 'pg_class')} AND NOT ${IS_IDENTITY} ORDER BY 1`;
const SEQUENCE_NAMES = `SELECT c.oid::regclass::text AS sql FROM pg_class c ${namespaced('c', 'relnamespace', 'pg_class')} AND c.relkind = 'S' ORDER BY 1`;
const OWNERS = `SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', c.oid::regclass, d.refobjid::regclass, a.attname) AS sql
  FROM pg_class c JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'a' AND d.refobjsubid > 0
  JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid ${namespaced('c', 'relnamespace', 'pg_class')} AND c.relkind = 'S' ORDER BY 1`;
const FUNCTIONS = `SELECT pg_get_functiondef(p.oid) AS sql FROM pg_proc p ${namespaced('p', 'pronamespace', 'pg_proc')} AND p.prokind IN ('f', 'p') ORDER BY p.oid`;
const COLUMN = `format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
  || CASE WHEN a.attcollation <> 0 AND a.attcollation <> y.typcollation THEN ' COLLATE ' || (SELECT format('%I.%I', kn.nspname, k.collname) FROM pg_collation k JOIN pg_namespace kn ON kn.oid = k.collnamespace WHERE k.oid = a.attcollation) ELSE '' END
  || CASE WHEN a.attgenerated = 's' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid))
          WHEN a.attgenerated = 'v' THEN format(' GENERATED ALWAYS AS (%s) VIRTUAL', pg_get_expr(d.adbin, d.adrelid))
          WHEN a.attidentity <> '' THEN (SELECT format(' GENERATED %s AS IDENTITY (SEQUENCE NAME %s ', CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, s.seqrelid::regclass) || replace(${SEQUENCE_OPTIONS}, 'AS ' || format_type(s.seqtypid, NULL), '') || ')'
            FROM pg_depend i JOIN pg_sequence s ON s.seqrelid = i.objid WHERE i.refobjid = a.attrelid AND i.refobjsubid = a.attnum AND i.deptype = 'i' AND i.classid = 'pg_class'::regclass)
          WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END
  || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END`;
const TABLES = `SELECT format('CREATE %sTABLE %s (%s)%s', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, c.oid::regclass,
    coalesce(string_agg(${COLUMN}, ', ' ORDER BY a.attnum) FILTER (WHERE a.attnum > 0), ''), coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '')) AS sql,
    c.oid::regclass::text AS "table", coalesce(json_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE a.attgenerated = ''), '[]') AS columns
  FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_type y ON y.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  ${namespaced('c', 'relnamespace', 'pg_class')} AND c.relkind = 'r' GROUP BY c.oid ORDER BY c.oid::regclass::text`;
/** Foreign keys last: they need the keys they point to. Not-null constraints stand at their column. */
const CONSTRAINTS = `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS sql
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${namespaced('c', 'relnamespace', 'pg_class')} AND k.contype IN ('p', 'u', 'x', 'c', 'f')
  ORDER BY k.contype = 'f', k.conrelid::regclass::text, k.conname`;
const INDEXES = `SELECT pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  ${namespaced('c', 'relnamespace', 'pg_class')} AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) ORDER BY 1`;
const TRIGGERS = `SELECT pg_get_triggerdef(t.oid) || CASE t.tgenabled WHEN 'O' THEN ''
    ELSE format('; ALTER TABLE %s %s TRIGGER %I', t.tgrelid::regclass, CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE REPLICA' END, t.tgname) END AS sql
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid ${namespaced('c', 'relnamespace', 'pg_class')} AND NOT t.tgisinternal ORDER BY 1`;

/** How values are written and read must be the same on both sides; with an empty search path every name is written in full. */
export const SESSION_SETTINGS = `SET search_path = ''; SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
  SET bytea_output = 'hex'; SET extra_float_digits = 3; SET xmloption = 'content'; SET check_function_bodies = off; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`;

async function list(client: ClientBase, sql: string): Promise<string[]> {
  return (await client.query<{ sql: string }>(sql)).rows.map((row) => row.sql);
}

/** Reads the whole schema. Rejects naming what it cannot write down. Expects {@link SESSION_SETTINGS}. */
export async function readSchema(client: ClientBase): Promise<SchemaDump> {
  const unknown = (await client.query<{ what: string }>(UNKNOWN)).rows.map((row) => row.what);
  if (unknown.length > 0) throw new Error(`the database holds what a backup cannot carry: ${unknown.join(', ')}`);
  const tables = (await client.query<{ sql: string; table: string; columns: string[] }>(TABLES)).rows;
  const early = [EXTENSIONS, SCHEMAS, ENUMS, DOMAINS, SEQUENCES, FUNCTIONS];
  const before: string[] = [];
  for (const sql of early) before.push(...await list(client, sql));
  const after: string[] = [];
  for (const sql of [OWNERS, CONSTRAINTS, INDEXES, TRIGGERS]) after.push(...await list(client, sql));
  return {
    before: [...before, ...tables.map((row) => row.sql)],
    tables: tables.map(({ table, columns }) => ({ table, columns })),
    after, sequences: await list(client, SEQUENCE_NAMES),
  };
}
