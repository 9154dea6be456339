import type { Random } from '../../../samples/random.ts';
import { anyText, fineText } from './values.ts';

/** One column as the schema file says it, and a maker of what files deliver in it. */
export interface ColumnCase {
  readonly name: string;
  /** As it stands in the YAML. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** A text of the column; `share` of them may be anything. */
  text(random: Random): string;
}

const types = ['string', 'string', 'int', 'bigint', 'double', 'boolean', 'date', 'date', 'timestamp'];
const patterns = [
  '[A-Z]{2}',
  '[0-9]+',
  'a|b',
  '.*a.*',
  '[^,]+',
  '\\d+',
  '(a|b)c?',
  '[a-zé]*',
  '\\S+',
  '.{1,3}',
  '[ab]+?',
];
const dateFormats = [
  'yyyy-MM-dd',
  'M/d/yyyy',
  'M-d-yyyy',
  'dd.MM.yyyy',
  'd MMM yyyy',
  'yyyyMMdd',
  'MM/dd/yyyy',
  'd.M.yyyy',
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
};

/**
 * A random column. `isStrict`: its rules set records aside, so that most of its texts are right, or every record of a wide table
 * would be in quarantine.
 */
export function columnCase(name: string, random: Random, isStrict: boolean): ColumnCase {
  const type = random.chance(0.12)
    ? random.pick(['decimal(7,2)', 'decimal(38,0)', 'decimal(18,6)', 'decimal(9,3)'])
    : random.pick(types);
  const base = type.startsWith('decimal') ? 'decimal' : type;
  const mask = random.chance(0.12) ? random.pick(['null', 'hash', 'redact']) : null;
  const formats = base === 'date' && random.chance(0.6) ? random.sample(dateFormats, random.int(1, 4)) : null;
  const written = (value: string | number | boolean) =>
    formats === null ? value : writeDay(String(value), formats[0] ?? '');
  const severity: Record<string, string> = {};
  const entry: Record<string, unknown> = { type };
  const rule = (kind: string, share: number, value: () => unknown) => {
    if (!random.chance(share)) return;
    entry[kind] = value();
    const usual = kind === 'required' ? ['warn'] : ['warn', 'nullify'];
    severity[kind] = isStrict ? 'quarantine' : random.pick(usual);
  };
  if (!isStrict) entry['on_cast'] = 'nullify';
  if (formats !== null) entry['formats'] = formats;
  if (mask !== null) entry['mask'] = mask;
  rule('required', 0.25, () => true);
  if (base === 'string' || mask !== null) rule('pattern', 0.4, () => random.pick(patterns));
  const limits = mask === null ? (bounds[base] ?? []) : [];
  if (limits.length > 0) {
    const middle = random.int(0, limits.length - 1);
    rule('min', 0.25, () => written(limits[random.int(0, middle)] ?? 0));
    rule('max', 0.25, () => written(limits[random.int(middle, limits.length - 1)] ?? 0));
  }
  const values = choices[base];
  if (values !== undefined && (mask === null || base === 'string')) {
    const count = random.int(1, Math.min(4, values.length));
    rule('valid_vals', 0.25, () => random.sample(values, count).map(written));
  }
  if (random.chance(0.15) && mask === null) entry['default'] = written(defaultOf(base, random));
  if (Object.keys(severity).length > 0) entry['severity'] = severity;
  return {
    name,
    entry,
    text: (source) => (isStrict && !source.chance(0.04) ? fineText(type, source) : anyText(type, source)),
  };
}

/** A day, `yyyy-MM-dd`, as one of `dateFormats` writes it. */
function writeDay(day: string, format: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const parts: Readonly<Record<string, string>> = {
    yyyy: year,
    MMM: names[Number(month) - 1] ?? '',
    MM: month,
    M: String(Number(month)),
    dd: date,
    d: String(Number(date)),
  };
  return format.replaceAll(/yyyy|MMM|MM|M|dd|d/g, (letters) => parts[letters] ?? letters);
}

function defaultOf(base: string, random: Random): string | number | boolean {
  if (base === 'boolean') return random.chance(0.5);
  if (base === 'string') return random.pick(['none', 'a']);
  return random.pick(bounds[base] ?? [0]);
}
