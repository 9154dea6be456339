import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';

/** A table as typed values that any engine can be asked for: a text per value, null for NULL; rows in no order. */
export interface TypedTable {
  /** Name and type, as the schema file spells it: `cost double`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TypedValue[])[];
}

export type TypedValue = string | null | readonly TypedValue[];

const typeNames: Readonly<Record<string, string>> = {
  VARCHAR: 'string',
  INTEGER: 'int',
  BIGINT: 'bigint',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
};

/** Rows of a query over a database file; null when there is no such file or table. */
export async function localTable(file: string, sql: string): Promise<TypedTable> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const answer = await connection.runAndReadAll(sql);
    const types = answer.columnTypes().map((type) => String(type));
    return {
      columns: answer.columnNames().map((name, at) => `${name} ${typeName(types[at] ?? '')}`),
      rows: answer.getRows().map((row) => row.map((value, at) => typed(value, types[at] ?? ''))),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function typeName(type: string): string {
  return typeNames[type] ?? type.toLowerCase().replaceAll(' ', '');
}

/** Doubles by their bits, days and microseconds by their number: what a printed form would hide is compared too. */
function typed(value: DuckDBValue, type: string): TypedValue {
  if (value === null) return null;
  if (value instanceof DuckDBDateValue) return String(value.days);
  if (value instanceof DuckDBTimestampValue) return String(value.micros);
  if (value instanceof DuckDBDecimalValue) return value.toString();
  if (value instanceof DuckDBListValue) return value.items.map((item) => typed(item, ''));
  if (value instanceof DuckDBMapValue) {
    return value.entries
      .map(({ key, value: held }) => [typed(key, ''), typed(held, '')] as const)
      .toSorted(([left], [right]) => (String(left) < String(right) ? -1 : 1));
  }
  if (type === 'DOUBLE') return bits(Number(value));
  return String(value);
}

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}
