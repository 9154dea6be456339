import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { quoteName, quoteText } from '../../core/translate/quote.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Values = Readonly<Record<string, DuckDBValue>>;

/** Runs a statement to its end; parameters are named (`$name`). */
export async function execute(connection: DuckDBConnection, sql: string, values: Values = {}): Promise<void> {
  if (Object.keys(values).length === 0) {
    await connection.run(sql);
    return;
  }
  const statement = await connection.prepare(sql);
  try {
    statement.bind({ ...values });
    await statement.run();
  } finally {
    statement.destroySync();
  }
}

/** Rows of a query as plain JavaScript values: counts are `number`s, lists arrays; beyond 2^53 a `bigint` stays one. */
export async function query(
  connection: DuckDBConnection,
  sql: string,
  values: Values = {},
): Promise<readonly Row[]> {
  const statement = await connection.prepare(sql);
  try {
    if (Object.keys(values).length > 0) statement.bind({ ...values });
    const reader = await statement.runAndReadAll();
    return reader
      .getRowObjectsJS()
      .map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])));
  } finally {
    statement.destroySync();
  }
}

/** The first column of the first row as a number; 0 when there is no row. */
export async function queryNumber(
  connection: DuckDBConnection,
  sql: string,
  values: Values = {},
): Promise<number> {
  const [row] = await query(connection, sql, values);
  return Number(Object.values(row ?? {})[0] ?? 0);
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' && value >= -9007199254740991n && value <= 9007199254740991n
    ? Number(value)
    : value;
}

export function name(text: string): string {
  return quoteName('duckdb', text);
}

export function literal(text: string): string {
  return quoteText('duckdb', text);
}

export function literals(texts: readonly string[]): string {
  return `[${texts.map(literal).join(', ')}]`;
}
