import { patterns } from '../contracts/schemas/json-schema.ts';
import { nearNames } from '../text/near-names.ts';

const types = ['string', 'int', 'bigint', 'double', 'boolean', 'date', 'timestamp'];

/** What other systems call our types. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  int: ['integer', 'int16', 'int32', 'int4', 'smallint', 'tinyint', 'short', 'byte', 'mediumint'],
  bigint: ['long', 'int64', 'int8', 'biginteger', 'hugeint', 'bigserial'],
  double: ['float', 'float32', 'float64', 'float8', 'real', 'number', 'double precision'],
  boolean: ['bool', 'bit', 'logical'],
  string: [
    'text',
    'varchar',
    'varchar2',
    'nvarchar',
    'char',
    'nchar',
    'character',
    'str',
    'object',
    'uuid',
    'json',
    'clob',
    'time',
  ],
  timestamp: ['datetime', 'datetime2', 'timestamptz', 'timestamp_ntz', 'timestamp_ltz', 'datetime64'],
  'decimal(18,2)': ['numeric', 'decimal', 'dec', 'money', 'currency'],
};

const byOtherName = new Map(
  Object.entries(synonyms).flatMap(([type, names]) => names.map((name) => [name, type] as const)),
);

/** The type that a wrong type name most likely means; null when none is near. */
export function suggestType(written: string): string | null {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/\s*[([].*$/, '');
  if (types.includes(name)) return name;
  const scale = /^(?:numeric|decimal|dec|number)\s*\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)$/i.exec(written.trim());
  if (scale !== null) {
    const type = `decimal(${scale[1]},${scale[2] ?? '0'})`;
    return new RegExp(patterns.columnType).test(type) ? type : null;
  }
  return byOtherName.get(name) ?? nearNames(name, types)[0] ?? null;
}
