import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** How a declared column must come out, as text that does not depend on who reads it; null for NULL. */
export type Cell = string | null;

export interface DeclaredColumn {
  readonly name: string;
  readonly type: string;
  readonly formats: readonly string[];
  /** Stored without surrounding blanks: a key, a reference, a column with allowed values or declared unique. */
  readonly isTrimmed: boolean;
}

/** A file read by another parser than ours: header and fields, all of them text. */
export function readIndependently(file: string): { header: string[]; records: string[][] } {
  const [header = [], ...records] = parse(readFileSync(file), {
    bom: true,
    skip_empty_lines: true,
  }) as string[][];
  return { header, records };
}

const truths = ['true', 't', 'yes', 'y', '1'];

function dayIn(text: string, format: string): string | null {
  const order = [...format.matchAll(/yyyy|MMM|MM?|dd?/g)].map(([letters]) => letters[0]);
  const numbers = text.match(/\d+/g) ?? [];
  if (format.includes('MMM') || numbers.length !== 3 || order.length !== 3) return null;
  const part = (letter: string) => numbers[order.indexOf(letter)] ?? '';
  if (part('y').length !== 4) return null;
  const iso = `${part('y')}-${part('M').padStart(2, '0')}-${part('d').padStart(2, '0')}`;
  const stamp = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(stamp) || !new Date(stamp).toISOString().startsWith(iso) ? null : iso;
}

/** What stands in the target for a field, by the plainest reading of its type. @throws when the field does not fit the type. */
export function expectedCell(field: string, column: DeclaredColumn): Cell {
  const text = field.replace(/^[ \t]+|[ \t]+$/g, '');
  if (text === '') return null;
  const { type } = column;
  if (type === 'string') return column.isTrimmed ? text : field;
  if (type === 'int' || type === 'bigint')
    return BigInt(text.replace(/\.0+$/, '').replace(/^\+/, '')).toString();
  if (type === 'double') return String(Number(text) + 0);
  if (type.startsWith('decimal')) return scaled(text, Number(type.match(/(\d+)\)$/)?.[1] ?? 0));
  if (type === 'boolean') return String(truths.includes(text.toLowerCase()));
  if (type === 'date') {
    const formats = column.formats.length > 0 ? column.formats : ['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy'];
    const day = formats.map((format) => dayIn(text, format)).find((found) => found !== null);
    if (day !== undefined && day !== null) return day;
  }
  if (type === 'timestamp') {
    const stamp = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
    if (!Number.isNaN(stamp)) return (BigInt(stamp) * 1000n).toString();
  }
  throw new Error(`${column.name} is declared ${type}, and a field does not fit it`);
}

function scaled(text: string, scale: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const digits = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  return (sign === '-' ? -digits : digits).toString();
}

/** SQL that yields a target column in the same spelling as `expectedCell` (doubles as they are: JavaScript spells both). */
export function cellSql(column: DeclaredColumn): string {
  const name = `"${column.name.replaceAll('"', '""')}"`;
  if (column.type === 'date') return `strftime(${name}, '%Y-%m-%d')`;
  if (column.type === 'timestamp') return `epoch_us(${name})::VARCHAR`;
  if (column.type === 'double') return name;
  if (column.type.startsWith('decimal')) return `replace(${name}::VARCHAR, '.', '')::HUGEINT::VARCHAR`;
  return `${name}::VARCHAR`;
}
