import type { Random } from '../../../samples/random.ts';

/** Texts that each type is tried with: right, nearly right, at the edges of its range, and hostile. */
export const texts: Readonly<Record<string, readonly string[]>> = {
  string: [
    ...[
      'a',
      'A',
      ' a ',
      '\ta',
      'a\t',
      'b',
      'ab',
      'AB',
      'zz',
      '',
      ' ',
      '\t',
      'é',
      'É',
      'ß',
      'SS',
      'ſ',
      'İ',
      'ı',
      'K',
    ],
    ...[
      '日本',
      '😀',
      'a\u0301',
      '\u00a0x',
      '\u200bx',
      '\u2028',
      '\ufeffx',
      '\u0085',
      '\u00ad',
      '\u0000'.slice(1),
    ],
    ...[
      'NULL',
      'null',
      'N/A',
      "it's",
      'say "x"',
      '"',
      '""',
      'x,y',
      'x;y',
      'x|y',
      'x\ny',
      'x\r\ny',
      'x\ry',
      '\\',
      '\\n',
      '\\"',
    ],
    ...[
      '%',
      '_',
      'a%b',
      '$1',
      '${x}',
      '`',
      ';',
      '--',
      '/*',
      '#',
      ':run_id',
      '$run_id',
      '{{x}}',
      '0',
      '-0',
      'true',
      '12345',
    ],
    'long '.repeat(200),
  ],
  int: [
    ...[
      '1',
      '+1',
      '-1',
      '0',
      '-0',
      '+0',
      '1.0',
      '1.00',
      '1.5',
      '1.',
      '.5',
      '.0',
      '7',
      ' 7 ',
      '\t7',
      '00012',
      '42',
      '100',
    ],
    ...[
      '2147483647',
      '2147483648',
      '-2147483648',
      '-2147483649',
      '2147483647.0',
      '9'.repeat(30),
      '1e3',
      '0x1F',
      '1_000',
    ],
    ...['1,000', '１', '٣', 'NaN', '', '  ', '+', '-', '--1', '1 2', '1\u00a0', 'x', 'NULL', 'true'],
  ],
  bigint: [
    ...['1', '-1', '0', '5.00', '9223372036854775807', '9223372036854775808', '-9223372036854775808'],
    ...[
      '-9223372036854775809',
      '9007199254740993',
      '-9007199254740993.0',
      '+7',
      '1e18',
      '',
      'x',
      ' 12 ',
      '2147483648',
    ],
  ],
  double: [
    ...[
      '1.5',
      '.5',
      '5.',
      '.',
      '1e10',
      '1E+10',
      '1e-5',
      '1e309',
      '-1e309',
      '1e-400',
      '4.9e-324',
      '2e-324',
      '0.1',
      '-0',
      '-0.0',
    ],
    ...[
      '+.5e1',
      '1e1000',
      '1e0001',
      '1e999',
      'NaN',
      'Infinity',
      '-inf',
      '1d',
      '1f',
      '0x1p3',
      '1e',
      '1.7976931348623157e308',
    ],
    ...[
      '1.7976931348623159e308',
      '0.30000000000000004',
      '123456789012345678901234567890',
      '9007199254740993',
      '',
      ' ',
      'x',
      '1,5',
    ],
    ...[
      '2.2250738585072011e-308',
      '2.2250738585072014e-308',
      '8.41e21',
      '5e-320',
      '100',
      '99.99',
      '-12.25',
      '1 e5',
      '3.14159265358979323846',
    ],
  ],
  decimal: [
    ...[
      '1.23',
      '1.230',
      '1.235',
      '1.2345',
      '-1.23',
      '+1.23',
      '99999.99',
      '100000',
      '-99999.99',
      '99999.990',
      '1e2',
      '-0',
      '.5',
    ],
    ...[
      '5.',
      '0000.10',
      '12345678901234567890.12',
      '0',
      '',
      ' ',
      'x',
      '1,23',
      '.',
      '0.001',
      '-0.00',
      '1.2.3',
      '12 ',
    ],
  ],
  boolean: [
    ...[
      't',
      'T',
      'true',
      'TRUE',
      'tRuE',
      'yes',
      'Y',
      'y',
      '1',
      '0',
      'no',
      'N',
      'f',
      'F',
      'false',
      'False',
      ' yes ',
      '\tno',
    ],
    ...['on', 'off', '2', '-1', '', 'truee', 'ja', '01', '1.0'],
  ],
  date: [
    ...[
      '2024-01-01',
      '2024-1-1',
      '1/2/2024',
      '01/02/2024',
      '13/01/2024',
      '1-2-2024',
      '2024-02-29',
      '2023-02-29',
      '2024-02-30',
    ],
    ...[
      '0001-01-01',
      '0000-01-01',
      '9999-12-31',
      '10000-01-01',
      '1582-10-10',
      '1582-10-04',
      '1900-02-29',
      '2000-02-29',
      '20240101',
    ],
    ...[
      '1 Jan 2024',
      '01 JAN 2024',
      '1 jan 2024',
      'Jan 1 2024',
      '29 Feb 2023',
      '2024-01-01T00:00:00',
      '24-01-01',
      '1.2.2024',
    ],
    ...[
      '31.12.1999',
      '',
      ' 2024-05-06 ',
      '2024/05/06',
      '2024-00-10',
      '2024-10-00',
      '2024-04-31',
      '１/２/2024',
      '12/31/1969',
      '-2024-01-01',
    ],
  ],
  timestamp: [
    ...[
      '2024-01-01 10:00:00',
      '2024-01-01T10:00:00Z',
      '2024-01-01T10:00:00+02:00',
      '2024-01-01 10:00',
      '2024-01-01',
    ],
    ...[
      '2024-01-01 10:00:00.123456',
      '2024-01-01 10:00:00.1',
      '2024-01-01 10:00:00.1234567',
      '2024-01-01 24:00:00',
      '2024-01-01 23:59:60',
    ],
    ...[
      '2024-01-01T10:00:00-05:30',
      '2024-01-01T10:00:00+15:00',
      '2024-01-01T10:00:00+25:00',
      '2024-03-31 02:30:00',
      '2024-10-27 02:30:00',
    ],
    ...[
      '1969-12-31 23:59:59.999999',
      '1800-01-01 00:00:00',
      '1890-06-01 12:00:00',
      '9999-12-31 23:59:59',
      '0001-01-01 00:00:00',
    ],
    ...[
      '',
      'x',
      '2024-02-30 00:00:00',
      '2024-01-01 10:00:00 Z',
      '2024-1-1 1:2:3',
      '1/2/2024 03:04:05',
      '2024-01-01t10:00:00z',
    ],
  ],
};

/** A text of a type that is right, near the middle of its range. */
export function fineText(type: string, random: Random): string {
  const base = type.startsWith('decimal') ? 'decimal' : type;
  const number = random.int(0, 99);
  const day = `${random.int(1990, 2030)}-0${random.int(1, 9)}-${random.int(10, 28)}`;
  switch (base) {
    case 'int':
    case 'bigint':
      return String(number);
    case 'double':
      return `${number}.${random.int(0, 99999)}`;
    case 'decimal':
      return type.endsWith(',0)') ? String(number) : `${number}.${random.int(10, 99)}`;
    case 'boolean':
      return random.pick(['t', 'false', 'Y', '0']);
    case 'date':
      return day;
    case 'timestamp':
      return `${day} 0${random.int(0, 9)}:${random.int(10, 59)}:${random.int(10, 59)}`;
    default:
      return random.pick(['alpha', 'beta', 'ab', 'A', 'gamma', `w${number}`]);
  }
}

/** A text of a type that may be anything. */
export function anyText(type: string, random: Random): string {
  const base = type.startsWith('decimal') ? 'decimal' : type;
  if (random.chance(0.25)) return fineText(type, random);
  if (random.chance(0.05)) return random.pick(texts['string'] ?? []);
  return random.pick(texts[base] ?? []);
}

/** What a column says in place of nothing. */
export function defaultOf(base: string, random: Random): string | number | boolean {
  switch (base) {
    case 'boolean':
      return random.chance(0.5);
    case 'string':
      return random.pick(['none', 'a']);
    case 'date':
      return '2000-02-29';
    case 'timestamp':
      return '2024-01-01 00:00:00';
    default:
      return random.pick([-1, 0, 1]);
  }
}
