import type { CreateTableStatement, CreateViewStatement } from '../../syntax/sql/tree/ddl.ts';
import type { CreateFunctionStatement } from '../../syntax/sql/tree/function-definition.ts';
import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf } from './support/text-of.ts';

/** `CREATE OR REPLACE VIEW IF NOT EXISTS`, `CREATE TABLE t (a INT) AS SELECT …`. */
export const sqlCreate: SqlCheck = {
  code: 'sql-create',
  severity: 'error',
  title: 'A CREATE asks for what cannot be had together',
  run({ tokens, nodes }) {
    const faults = [
      ...nodes('create-table').map((node) => ({ node, message: ofTable(node) })),
      ...nodes('create-view').map((node) => ({ node, message: ofView(node) })),
      ...nodes('create-function').map((node) => ({ node, message: ofFunction(node) })),
    ];
    return faults.flatMap(({ node, message }): SqlDiscovery[] => {
      if (message === null) return [];
      return [{ range: rangeOf(tokens, { first: node.first, last: node.name.last }), message }];
    });
  },
};

function ofTable(table: CreateTableStatement): string | null {
  const { mode, isTemporary, isIfNotExists, name, columns, clauses, query } = table;
  if (query !== null && columns.length > 0)
    return 'A table that is made of a query takes its columns from it; take the list of columns away.';
  if (mode !== 'create') return null;
  if (isTemporary) {
    if (query !== null) return 'There are no temporary tables of a query; write `CREATE TEMPORARY VIEW`.';
    if (isIfNotExists) return '`TEMPORARY` and `IF NOT EXISTS` exclude one another; take one of them away.';
    if (!clauses.some(({ kind }) => kind === 'provider'))
      return 'A temporary table needs `USING`, such as `USING csv`; or write `CREATE TEMPORARY VIEW`.';
    return name.parts.length > 1
      ? 'A temporary table belongs to no database; write its last name alone.'
      : null;
  }
  const has = (wanted: string): boolean => clauses.some(({ kind }) => kind === wanted);
  if (has('provider') && (has('stored') || has('row-format')))
    return '`USING` excludes `STORED AS` and `ROW FORMAT`, which are for tables of Hive; keep one kind.';
  if (has('skewed-by')) return 'Spark makes no tables with `SKEWED BY`; take it away.';
  return null;
}

function ofView({
  isReplacing,
  isTemporary,
  isIfNotExists,
  name,
  clauses,
}: CreateViewStatement): string | null {
  if (isReplacing && isIfNotExists)
    return '`OR REPLACE` and `IF NOT EXISTS` exclude one another; take one of them away.';
  if (isTemporary && isIfNotExists)
    return '`TEMPORARY` and `IF NOT EXISTS` exclude one another; write `CREATE OR REPLACE TEMPORARY VIEW`.';
  if (isTemporary && name.parts.length > 1)
    return 'A temporary view belongs to no database; write its last name alone.';
  if (clauses.some(({ kind }) => kind === 'partitioned-on'))
    return 'Spark has no views with `PARTITIONED ON`; take it away.';
  if (isTemporary && clauses.some(({ kind }) => kind === 'properties'))
    return 'A temporary view takes no `TBLPROPERTIES`; take them away.';
  return null;
}

function ofFunction({
  isReplacing,
  isTemporary,
  isIfNotExists,
  name,
}: CreateFunctionStatement): string | null {
  if (isReplacing && isIfNotExists)
    return '`OR REPLACE` and `IF NOT EXISTS` exclude one another; take one of them away.';
  if (isTemporary && isIfNotExists)
    return '`TEMPORARY` and `IF NOT EXISTS` exclude one another; take one of them away.';
  return isTemporary && name.parts.length > 1
    ? 'A temporary function belongs to no database; write its last name alone.'
    : null;
}
