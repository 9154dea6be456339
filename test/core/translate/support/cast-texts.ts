import type { Value } from '../../../../core/semantics/read-value.ts';

/** Spellings that casts must tell apart, made by hand. */
export const hand = [
  ...[
    '0',
    '-0',
    '+0',
    '007',
    '+12',
    '12.0',
    '12.000',
    '12.',
    '12.5',
    '.5',
    '5.',
    '+.5',
    '-.5',
    '.',
    '+',
    '-',
    '1e3',
    '1E+3',
    '1e-3',
    '1e999',
    '1e1000',
    '1e-999',
    '1_000',
    '0x1F',
    '1,000',
    '٣',
  ],
  ...[
    '2147483647',
    '2147483648',
    '-2147483648',
    '-2147483649',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    '99999999999999999999999999999999999999',
    '999999999999999999999999999999999999999',
  ],
  ...[
    '123.45',
    '123.450',
    '123.456',
    '99999.99',
    '100000.00',
    '0000000123.4',
    'nan',
    'NaN',
    'inf',
    'Infinity',
    '-infinity',
    '12\n',
    '\n12',
    '1 2',
  ],
  ...['true', 'TRUE', 't', 'T', 'yes', 'Y', '1', 'false', 'F', 'no', 'N', '0', 'on', 'off', 'truth', 'yeſ'],
  ...[
    '2023-01-05',
    '2023-1-5',
    '2023-02-29',
    '2024-02-29',
    '1900-02-29',
    '0001-01-01',
    '0000-01-01',
    '9999-12-31',
    '10000-01-01',
    '2023-13-01',
    '2023-00-10',
    '1/2/23',
    '1/2/2023',
    '01/02/2023',
    '13/1/2023',
    '2/30/2023',
    '1-2-2023',
    '12-31-2023',
    '5 JAN 2023',
    '05 jan 2023',
    '5 January 2023',
    '31 Feb 2023',
    '20230105',
    '01. 05. 2023',
    '12. 31. 2023',
    '1年5年2023',
    '12年31年2023',
    '12·31·2023',
    '1005002023',
    '10010012023',
    '5aMara2023',
    'epoch',
    'infinity',
    '2023-01-05 ',
    '2023-01-05T00:00:00',
  ],
  ...[
    '2023-01-05 10:20',
    '2023-01-05T10:20:30',
    '2023-01-05 10:20:30.1',
    '2023-01-05 10:20:30.123456',
    '2023-01-05 10:20:30.1234560',
    '2023-01-05 10:20:30.1234567',
    '2023-01-05T10:20:30Z',
    '2023-01-05T10:20:30.5Z',
    '2023-01-05 10:20+02:00',
    '2023-01-05 10:20:30-05:30',
    '2023-01-05 10:20:30+18:00',
    '2023-01-05 10:20:30+18:01',
    '2023-01-05 24:00',
    '2023-01-05 23:60',
    '2023-01-05 10:20z',
    '2023-02-29T10:20:30Z',
    '2023-01-05 10:20:30.',
    '05.01.2023 10:20',
  ],
];

/** Texts near the hand-made ones: a seeded character changed, dropped or doubled. */
export function mutated(texts: readonly string[], count: number): string[] {
  let state = 12345;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const signs = '0123456789+-./: eETZ_a,\n';
  return Array.from({ length: count }, () => {
    const text = texts[random(texts.length)] ?? '';
    const at = random(text.length + 1);
    const sign = signs[random(signs.length)] ?? '0';
    return text.slice(0, at) + [sign, '', sign + sign][random(3)] + text.slice(at + random(2));
  }).filter((text) => text.replace(/^[ \t]+|[ \t]+$/g, '') === text && text !== '');
}

/** What engines print for a value that TypeScript has read. */
export function asText(value: Value | null, scale: number): string | null {
  if (value === null) return null;
  switch (value.kind) {
    case 'decimal': {
      const digits = value.value
        .toString()
        .replace('-', '')
        .padStart(scale + 1, '0');
      const sign = value.value < 0n ? '-' : '';
      return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    }
    default:
      return String(value.value);
  }
}
