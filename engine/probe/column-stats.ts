import {
  doublePattern,
  falseWords,
  integerPattern,
  localTimestampPattern,
  offsetTimestampPattern,
  trueWords,
  utcTimestampPattern,
} from '../../core/semantics/cast-patterns.ts';
import type { DateCandidate } from './date-candidates.ts';
import { createDistinctValues, type DistinctValues } from './distinct-values.ts';
import { trimBlanks } from './trim-blanks.ts';

/** What is known of the values of one column. Counts, and the few values that a rule might list. */
export interface ColumnStats {
  /** Values that are neither blank nor a word for nothing. */
  values: number;
  blank: number;
  /** Spellings of nothing (`NULL`, `N/A`, …) with their counts. */
  readonly nullWords: Map<string, number>;
  longest: number;
  integers: number;
  /** Integers beyond 32 bits, with room for growth; beyond 64 bits. */
  largeIntegers: number;
  hugeIntegers: number;
  /** Digits only, beginning with a zero that a number would lose. */
  leadingZeros: number;
  numbers: number;
  /** Numbers with a point or an exponent. */
  fractions: number;
  exponents: number;
  /** Most significant digits, and most digits after the point, of a number without exponent. */
  mostDigits: number;
  mostScale: number;
  trueWords: number;
  falseWords: number;
  isoTimestamps: number;
  /** ISO timestamps with a time of day. */
  isoTimes: number;
  /** How many values fit exactly this set of date (timestamp) candidates, as bits. */
  readonly dates: Map<number, number>;
  readonly timestamps: Map<number, number>;
  emails: number;
  phones: number;
  socialSecurityNumbers: number;
  readonly distinct: DistinctValues;
}

export function createColumnStats(mostDistinct: number): ColumnStats {
  return {
    values: 0,
    blank: 0,
    nullWords: new Map(),
    longest: 0,
    integers: 0,
    largeIntegers: 0,
    hugeIntegers: 0,
    leadingZeros: 0,
    numbers: 0,
    fractions: 0,
    exponents: 0,
    mostDigits: 0,
    mostScale: 0,
    trueWords: 0,
    falseWords: 0,
    isoTimestamps: 0,
    isoTimes: 0,
    dates: new Map(),
    timestamps: new Map(),
    emails: 0,
    phones: 0,
    socialSecurityNumbers: 0,
    distinct: createDistinctValues(mostDistinct),
  };
}

/** The candidates whose bits `dates` and `timestamps` count. */
export interface Candidates {
  readonly dates: readonly DateCandidate[];
  readonly timestamps: readonly DateCandidate[];
}

const nullWord = /^(?:null|n\/a|na|#n\/a|nan|nil|none|\\n|-|--|\?|unknown|missing)$/i;
const integer = new RegExp(`^(?:${integerPattern})$`);
const double = new RegExp(`^(?:${doublePattern})$`);
const isoTimestamp = new RegExp(
  `^(?:${localTimestampPattern}|${utcTimestampPattern}|${offsetTimestampPattern})$`,
);
const dateLike = /^(?:[0-9]{1,4}[-/. ][0-9A-Za-z]{1,3}[-/. ][0-9]{2,4}|[0-9]{8}$|[A-Za-z]{3} [0-9])/;
const email = /^[^\s@]+@[^\s@]+\.[A-Za-z]{2,}$/;
const phone =
  /^(?:\+?[0-9]{1,3}[-. ]?)?(?:\([0-9]{3}\) ?|[0-9]{3}[-. ])[0-9]{3}[-. ][0-9]{4}(?: ?x[0-9]{1,5})?$/;
const socialSecurityNumber = /^[0-9]{3}-[0-9]{2}-[0-9]{4}$/;
/** Ids grow: an integer column that is half way to 32 bits is declared wider. */
const roomyInteger = 1_000_000_000;

/** Takes one value, as delivered, into the statistics of its column. */
export function addValue(stats: ColumnStats, delivered: string, candidates: Candidates): void {
  const value = trimBlanks(delivered);
  if (value === '') {
    stats.blank++;
    return;
  }
  stats.longest = Math.max(stats.longest, value.length);
  stats.distinct.add(value);
  if (value.length <= 7 && nullWord.test(value)) {
    stats.nullWords.set(value, (stats.nullWords.get(value) ?? 0) + 1);
    return;
  }
  stats.values++;
  const first = value.charCodeAt(0);
  const isNumeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (value.length <= 40 && isNumeric) addNumber(stats, value);
  if (value.length <= 5) addBoolean(stats, value);
  if (value.length <= 40 && dateLike.test(value)) addDate(stats, value, candidates);
  if (isNumeric || first === 40) {
    if (phone.test(value)) stats.phones++;
    if (socialSecurityNumber.test(value)) stats.socialSecurityNumbers++;
  }
  if (value.length <= 254 && value.includes('@') && email.test(value)) stats.emails++;
}

function addNumber(stats: ColumnStats, value: string): void {
  if (!double.test(value) || !Number.isFinite(Number(value))) return;
  stats.numbers++;
  const digits = value.replace(/^[+-]/, '');
  if (/^0[0-9]+$/.test(digits)) stats.leadingZeros++;
  const isExponent = /[eE]/.test(digits);
  if (isExponent) stats.exponents++;
  if (isExponent || digits.includes('.')) stats.fractions++;
  if (!isExponent) {
    const [whole = '', fraction = ''] = digits.split('.');
    stats.mostDigits = Math.max(stats.mostDigits, (whole + fraction).replace(/^0+/, '').length);
    stats.mostScale = Math.max(stats.mostScale, fraction.length);
  }
  if (!integer.test(value)) return;
  stats.integers++;
  const size = Math.abs(Number(value));
  if (size > roomyInteger) stats.largeIntegers++;
  if (size >= 2 ** 63) stats.hugeIntegers++;
}

function addBoolean(stats: ColumnStats, value: string): void {
  const word = value.toLowerCase();
  if (word === '1' || word === '0') return;
  if ((trueWords as readonly string[]).includes(word)) stats.trueWords++;
  else if ((falseWords as readonly string[]).includes(word)) stats.falseWords++;
}

function addDate(stats: ColumnStats, value: string, candidates: Candidates): void {
  if (isoTimestamp.test(value)) {
    stats.isoTimestamps++;
    if (value.length > 10) stats.isoTimes++;
  }
  count(stats.dates, fitting(value, candidates.dates));
  if (value.includes(':')) count(stats.timestamps, fitting(value, candidates.timestamps));
}

function fitting(value: string, candidates: readonly DateCandidate[]): number {
  let bits = 0;
  for (const [index, { pattern }] of candidates.entries()) if (pattern.test(value)) bits |= 1 << index;
  return bits;
}

function count(counts: Map<number, number>, bits: number): void {
  if (bits !== 0) counts.set(bits, (counts.get(bits) ?? 0) + 1);
}
