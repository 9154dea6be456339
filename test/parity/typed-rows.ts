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
  'VARCHAR[]': 'array<string>',
  'MAP(VARCHAR, VARCHAR)': 'map<string,string>',
};

/**
 * Rows of a query over a database file. Texts come with a sign before them, which is taken off again: the driver would take a
 * byte order mark at a text's beginning for its own.
 */
export async function localTable(file: string, sql: string): Promise<TypedTable> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const shape = await connection.runAndReadAll(`SELECT * FROM (${sql}) LIMIT 0`);
    const names = shape.columnNames();
    const types = shape.columnTypes().map((type) => String(type));
    const signed = names.map((name, at) => signedText(`"${name}"`, types[at] ?? ''));
    const answer = await connection.runAndReadAll(`SELECT ${signed.join(', ')} FROM (${sql})`);
    return {
      columns: names.map((name, at) => `${name} ${typeName(types[at] ?? '')}`),
      rows: answer.getRows().map((row) => row.map((value, at) => typed(value, types[at] ?? ''))),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function signedText(column: string, type: string): string {
  if (type === 'VARCHAR') return `'.' || ${column}`;
  if (type === 'VARCHAR[]') return `list_transform(${column}, lambda x: '.' || x)`;
  if (type === 'MAP(VARCHAR, VARCHAR)')
    return `map_from_entries(list_transform(map_entries(${column}), lambda e: ('.' || e.key, '.' || e.value)))`;
  return column;
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
  if (typeof value === 'string') return value.slice(1);
  return String(value);
}

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}
