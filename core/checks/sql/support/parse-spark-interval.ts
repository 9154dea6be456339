const units: Readonly<Record<string, 'month' | 'day'>> = {
  year: 'month',
  years: 'month',
  month: 'month',
  months: 'month',
  week: 'day',
  weeks: 'day',
  day: 'day',
  days: 'day',
  hour: 'day',
  hours: 'day',
  minute: 'day',
  minutes: 'day',
  second: 'day',
  seconds: 'day',
  millisecond: 'day',
  milliseconds: 'day',
  microsecond: 'day',
  microseconds: 'day',
};

/** What is wrong with one value of an interval and its unit; null where Spark takes it. */
export function faultOfValue(value: string, unit: string): string | null {
  const text = value.trim().replace(/^([+-])\s+/, '$1');
  if (/\p{L}/u.test(value)) return `\`${value}\` is no number; write the unit outside of the quotes`;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return `\`${value}\` is no number`;
  const lower = unit.toLowerCase();
  if (lower.startsWith('nanosecond')) return 'Spark has no unit `NANOSECOND`; write a fraction of `SECOND`';
  const [whole = '', fraction] = text.replace(/^[+-]/, '').split('.');
  if (fraction !== undefined && !lower.startsWith('second'))
    return `\`${unit}\` takes no fraction; write a whole number, or a smaller unit`;
  if ((fraction ?? '').length > 9) return 'a second has at most nine digits behind its point';
  const most = /^(?:year|month|week|day)/.test(lower) ? 2147483648n : 9223372036854775808n;
  const amount = BigInt(whole === '' ? '0' : whole);
  const inMonths = lower.startsWith('year') ? amount * 12n : lower.startsWith('week') ? amount * 7n : amount;
  return inMonths > most ? `${whole} is out of the range of \`${unit}\`` : null;
}

/** Whether units belong to intervals of months and to those of days, which cannot be mixed. */
export function isMixed(written: readonly string[]): boolean {
  const kinds = new Set(written.map((unit) => units[unit.toLowerCase()]));
  return kinds.has('month') && kinds.has('day');
}

/** What is wrong with the text of `INTERVAL '…'`; null where Spark takes it. */
export function faultOfText(text: string): string | null {
  const words = text
    .trim()
    .replace(/^interval\b/i, ' ')
    .replace(/([+-])\s+(?=[\d.])/g, '$1')
    .trim()
    .split(/\s+/);
  const written: string[] = [];
  for (let index = 0; index < words.length; index += 2) {
    const [value = '', unit = ''] = [words[index], words[index + 1]];
    if (units[unit.toLowerCase()] === undefined)
      return unit === '' ? 'a unit is missing, such as in `1 day`' : `\`${unit}\` is no unit of time`;
    const fault = faultOfValue(value, unit);
    if (fault !== null) return fault;
    written.push(unit);
  }
  return isMixed(written) ? mixedFault : null;
}

export const mixedFault = 'years and months cannot be mixed with weeks, days and times; add two intervals';

interface Range {
  readonly pattern: RegExp;
  readonly form: string;
  /** Largest values of the groups behind the sign and the first number. */
  readonly most: readonly number[];
}

const ranges: Readonly<Record<string, Range>> = {
  'year month': { pattern: /^\s*[+|-]?(\d+)-(\d+)\s*$/, form: '1-6', most: [11] },
  'day hour': { pattern: /^\s*[+|-]?(\d{1,9}) (\d{1,2})\s*$/, form: '1 12', most: [23] },
  'day minute': { pattern: /^\s*[+|-]?(\d{1,9}) (\d{1,2}):(\d{1,2})\s*$/, form: '1 12:30', most: [23, 59] },
  'day second': {
    pattern: /^\s*[+|-]?(\d{1,9}) (\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d{1,9})?\s*$/,
    form: '1 12:30:15',
    most: [23, 59, 59],
  },
  'hour minute': { pattern: /^\s*[+|-]?(\d{1,10}):(\d{1,2})\s*$/, form: '12:30', most: [59] },
  'hour second': {
    pattern: /^\s*[+|-]?(\d{1,10}):(\d{1,2}):(\d{1,2})(?:\.\d{1,9})?\s*$/,
    form: '12:30:15',
    most: [59, 59],
  },
  'minute second': { pattern: /^\s*[+|-]?(\d{1,12}):(\d{1,2})(?:\.\d{1,9})?\s*$/, form: '30:15', most: [59] },
};

/** What is wrong with the text of an interval from one unit to another; null where Spark takes it. */
export function faultOfRange(text: string, from: string, to: string): string | null {
  const range = ranges[`${from} ${to}`.toLowerCase()];
  if (range === undefined) return `Spark knows no intervals from \`${from}\` to \`${to}\``;
  const found = range.pattern.exec(text);
  if (found === null) return `\`${text}\` is not of the form \`${range.form}\``;
  const isTooLarge = range.most.some((most, index) => Number(found[index + 2]) > most);
  return isTooLarge ? `a part of \`${text}\` is too large for its unit` : null;
}
