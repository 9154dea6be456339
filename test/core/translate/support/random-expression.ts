import type { ColumnType } from '../../../../core/contracts/plan.ts';
import { readValue } from '../../../../core/semantics/read-value.ts';
import type { Evaluated, Row } from './evaluate.ts';

/** Columns of the rows below. */
export const columns: ReadonlyMap<string, ColumnType> = new Map<string, ColumnType>([
  ['i', 'int'],
  ['j', 'int'],
  ['b', 'bigint'],
  ['d', 'double'],
  ['m', 'decimal(12,2)'],
  ['n', 'decimal(20,6)'],
  ['s', 'string'],
  ['t', 'string'],
  ['k', 'boolean'],
  ['y', 'date'],
  ['z', 'timestamp'],
]);

/** Values as a source file would deliver them; null is NULL. */
export const rows: readonly (readonly (string | null)[])[] = [
  ['0', '0', '0', '0', '0', '0', '', '', 'true', '2024-01-01', '2024-01-01'],
  [
    '1',
    '-1',
    '5',
    '0.1',
    '1.50',
    '0.100000',
    'Abc',
    'abc',
    'false',
    '2023-02-28',
    '2023-12-31T23:59:59.999999',
  ],
  ['-7', '2', '-9', '-2.5', '-3.25', '-0.000001', ' a ', 'a', 'true', '1970-01-01', '1969-12-31T23:00:00'],
  [
    '2147483647',
    '2147483647',
    '9223372036854775807',
    '1e308',
    '9999999999.99',
    '99999999999999.999999',
    'ÀÉß',
    'zz',
    null,
    '9999-12-31',
    '9999-12-31T23:59:59',
  ],
  [
    '-2147483648',
    '3',
    '-9223372036854775808',
    '-1e308',
    '-9999999999.99',
    '-12345678901234.567891',
    '😀b',
    'é',
    'false',
    '0001-01-01',
    '0001-01-01',
  ],
  [null, '10', null, '3', '3.00', '3', 'a%b', 'a_b', 'true', null, '2024-01-01T12:30:00'],
  ['3', null, '3', null, null, '2.5', 'a\\b', "it's", null, '2024-02-29', null],
  [null, null, null, null, null, null, null, null, null, null, null],
  [
    '100',
    '-100',
    '4611686018427387904',
    '1e-300',
    '0.01',
    '0.000001',
    'line\nbreak',
    'ABC',
    'true',
    '2024-01-01',
    '2024-01-01T00:00:00.000001',
  ],
  ['12', '5', '12', '12', '12.00', '12.000000', 'bab', '\t', 'false', '2000-06-15', '2000-06-15T06:07:08'],
];

type Kind = 'number' | 'string' | 'boolean' | 'date' | 'timestamp';

/** A source of pseudo-random whole numbers below a limit. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const leaves: Readonly<Record<Kind, readonly string[]>> = {
  number: [
    ...[
      'i',
      'j',
      'b',
      'd',
      'm',
      'n',
      'i',
      'm',
      '0',
      '1',
      '2',
      '-1',
      '7',
      '2147483647',
      '9223372036854775807',
      '-9223372036854775808',
    ],
    ...[
      '0.1',
      '1.50',
      '.5',
      '5.',
      '-3.25',
      '1e3',
      '1E-300',
      '2.5e0',
      '12345678901234567890.123',
      'NULL',
      '3L',
      '1.5D',
      '2BD',
    ],
  ],
  string: [
    's',
    't',
    's',
    't',
    "''",
    "'a'",
    "'ABC'",
    "'a%b'",
    "'it\\'s'",
    "'é'",
    "'😀'",
    "'a_b'",
    '"q"',
    "r'a\\b'",
    "'\\u00c0\\u00c9\\u00df'",
    'NULL',
  ],
  boolean: ['k', 'TRUE', 'FALSE', 'NULL', 'k'],
  date: ['y', 'y', "DATE '2024-01-01'", "DATE '2000-06-15'", "'2024-02-29'", 'NULL'],
  timestamp: [
    'z',
    'z',
    "TIMESTAMP '2024-01-01 00:00:00'",
    "TIMESTAMP '2024-01-01T02:00+02:00'",
    "'2000-06-15 06:07:08'",
    "TIMESTAMP '2024-01-01T00:00Z'",
  ],
};
const kinds: readonly Kind[] = ['number', 'number', 'string', 'date', 'timestamp', 'boolean'];
const comparisons = ['=', '<>', '!=', '<', '<=', '>', '>=', '<=>', '=='];
const patterns = [
  "'a%'",
  "'%b%'",
  "'a\\\\%b'",
  "'_b'",
  "'%'",
  "''",
  "'___'",
  "'%\\\\_%'",
  "'%\\n%'",
  "'A%'",
  "'a\\\\\\\\b'",
];

/** Text of an expression of a kind; some of them have type errors, which is for the caller to find. */
export function randomExpression(random: (below: number) => number, kind: Kind, depth: number): string {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  const of = (inner: Kind) => randomExpression(random, inner, depth - 1);
  if (depth <= 0 || random(6) === 0) return pick(leaves[kind]);
  const shared = () => {
    const other = pick(kinds);
    return pick([
      () => `coalesce(${of(kind)}, ${of(kind)})`,
      () => `CASE WHEN ${of('boolean')} THEN ${of(kind)} ELSE ${of(kind)} END`,
      () => `CASE ${of(other)} WHEN ${of(other)} THEN ${of(kind)} WHEN ${of(other)} THEN ${of(kind)} END`,
      () => pick(leaves[kind]),
    ])();
  };
  if (random(4) === 0) return shared();
  if (kind === 'number') {
    return pick([
      () => `(${of('number')} ${pick(['+', '-', '*'])} ${of('number')})`,
      () =>
        `${of('number')} ${pick(['+', '-', '*'])} ${of('number')} ${pick(['+', '-', '*'])} ${of('number')}`,
      () => `-(${of('number')})`,
      () => `abs(${of('number')})`,
      () => `length(${of('string')})`,
    ])();
  }
  if (kind === 'string') {
    return pick([
      () => `lower(${of('string')})`,
      () => `upper(${of('string')})`,
      () => `trim(${of('string')})`,
      () => `substr(${of('string')}, ${random(9) - 4}${random(2) === 0 ? '' : `, ${random(4)}`})`,
    ])();
  }
  if (kind !== 'boolean') return shared();
  const over = pick(kinds);
  const not = pick(['', 'NOT ']);
  return pick([
    () => `(${of(over)} ${pick(comparisons)} ${of(over)})`,
    () => `((${of(over)}) IS ${not}NULL)`,
    () => `(${of(over)} ${not}IN (${of(over)}, ${of(over)}, ${of(over)}))`,
    () => `(${of(over)} ${not}BETWEEN ${of(over)} AND ${of(over)})`,
    () => `(${of('string')} ${not}LIKE ${pick(patterns)})`,
    () =>
      `(${of('boolean')} ${pick(['AND', 'OR'])} ${of('boolean')} ${pick(['AND', 'OR'])} ${of('boolean')})`,
    () => `(NOT ${of('boolean')})`,
  ])();
}

/** The rows as values of their columns' types. */
export function readRows(): readonly Row[] {
  const typed = [...columns];
  return rows.map(
    (row) =>
      new Map(
        row.map((text, index): [string, Evaluated] => {
          const [name, type] = typed[index] ?? ['', 'string' as const];
          const value = text === null ? null : (readValue(text, type, ['yyyy-MM-dd'])?.value ?? null);
          return [name, { type, value }];
        }),
      ),
  );
}
