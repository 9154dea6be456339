import type { Random } from '../../../samples/random.ts';
import { dateFormats, writeDay } from './dates.ts';
import { type RuledColumn, strictColumn } from './strict-column.ts';
import { anyText, defaultOf } from './values.ts';

/** One column as the schema file says it, and a maker of what files deliver in it. */
export interface ColumnCase extends RuledColumn {
  readonly name: string;
  /** Another header under which files may deliver it. */
  readonly formerName?: string;
  /** The first delivery, from 0, whose schema has the column. */
  readonly since: number;
}

/**
 * What its rules do to a record: `mild` ones touch the value alone, so most texts may be wrong; `strict` ones set records aside, and
 * `fatal` ones reject the delivery, so most texts are right, or nothing would ever be ingested.
 */
export type Temper = 'mild' | 'strict' | 'fatal';

const types = ['string', 'string', 'int', 'bigint', 'double', 'boolean', 'date', 'date', 'timestamp'];
const decimals = ['decimal(7,2)', 'decimal(38,0)', 'decimal(18,6)', 'decimal(9,3)', 'decimal(38,30)'];
const patterns = [
  ...['[A-Z]{2}', '[0-9]+', 'a|b', '.*a.*', '[^,]+', '\\d+', '(a|b)c?', '[a-zé]*', '\\S+', '.{1,3}'],
  ...['[ab]+?', '[^a-z]', '.', '(é|日本)', '\\w+', '[\\s\\S]*x'],
];
/** Ascending, so that a least value is never above a greatest one. Days are written in the column's first format. */
const bounds: Readonly<Record<string, readonly (string | number)[]>> = {
  int: [-1, 0, 1, 42, 100],
  bigint: [-1, 0, 7],
  double: [-12.25, 0, 0.1, 1.5],
  decimal: [-1, 0, 1],
  date: ['1900-01-01', '2000-02-29', '2024-01-01'],
  timestamp: ['1970-01-01 00:00:00', '2024-01-01 00:00:00'],
};
const choices: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  string: ['a', 'B', 'ab', 'zz', 'É', "it's", 'NULL'],
  int: [0, 1, 7, 42],
  bigint: [1, 5, 7],
  double: [1.5, 0.1, 100],
  decimal: [1, 0, 12],
  boolean: [true],
  date: ['2024-01-01', '1999-12-31'],
  timestamp: ['2024-01-01 10:00:00'],
};
const timestampFormats = ['dd.MM.yyyy HH:mm', 'M/d/yyyy HH:mm:ss', 'yyyyMMdd HH:mm'];

/** A random column. */
export function columnCase(name: string, random: Random, temper: Temper): ColumnCase {
  const type = random.chance(0.12) ? random.pick(decimals) : random.pick(types);
  const made = temper === 'mild' ? mildColumn(type, random) : strictColumn(type, random, temper);
  if (!random.chance(0.1)) return { name, since: 0, ...made };
  const formerName = `old_${name}`;
  return { name, since: 0, formerName, ...made, entry: { ...made.entry, rename_from: [formerName] } };
}

function mildColumn(type: string, random: Random): RuledColumn {
  const base = type.startsWith('decimal') ? 'decimal' : type;
  const mask = random.chance(0.12) ? random.pick(['null', 'hash', 'redact']) : null;
  const formats = formatsOf(base, random);
  const isPlain = base !== 'timestamp' || formats === null;
  const written = (value: string | number | boolean) =>
    formats === null || base !== 'date' ? value : writeDay(String(value), formats[0] ?? '');
  const severity: Record<string, string> = {};
  const entry: Record<string, unknown> = { type, on_cast: 'nullify' };
  const rule = (kind: string, share: number, value: () => unknown) => {
    if (!random.chance(share)) return;
    entry[kind] = value();
    severity[kind] = kind === 'required' ? 'warn' : random.pick(['warn', 'nullify']);
  };
  if (formats !== null) entry['formats'] = formats;
  if (mask !== null) entry['mask'] = mask;
  rule('required', 0.25, () => true);
  if (base === 'string' || mask !== null) rule('pattern', 0.4, () => random.pick(patterns));
  const limits = mask === null && isPlain ? (bounds[base] ?? []) : [];
  if (limits.length > 0) {
    const middle = random.int(0, limits.length - 1);
    rule('min', 0.25, () => written(limits[random.int(0, middle)] ?? 0));
    rule('max', 0.25, () => written(limits[random.int(middle, limits.length - 1)] ?? 0));
  }
  const values = isPlain ? choices[base] : undefined;
  if (values !== undefined && (mask === null || base === 'string')) {
    const count = random.int(1, Math.min(4, values.length));
    rule('valid_vals', 0.25, () => random.sample(values, count).map(written));
  }
  if (random.chance(0.15) && mask === null && isPlain) entry['default'] = written(defaultOf(base, random));
  if (Object.keys(severity).length > 0) entry['severity'] = severity;
  return { entry, text: (source) => anyText(type, source) };
}

function formatsOf(base: string, random: Random): readonly string[] | null {
  if (base === 'date' && random.chance(0.6)) return random.sample(dateFormats, random.int(1, 4));
  return base === 'timestamp' && random.chance(0.3)
    ? random.sample(timestampFormats, random.int(1, 2))
    : null;
}
