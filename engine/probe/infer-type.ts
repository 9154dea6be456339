import type { ColumnType } from '../../core/contracts/plan.ts';
import type { Candidates, ColumnStats } from './column-stats.ts';
import { usualDateFormats } from './date-candidates.ts';
import { compactName } from './name-hints.ts';

export interface InferredType {
  readonly type: ColumnType;
  /** Empty when the usual ones do. */
  readonly formats: readonly string[];
  /** Values that do not fit. */
  readonly misfits: number;
  /** Sentences for a person, without any value. */
  readonly notes: readonly string[];
}

/** A type is proposed when at least this share of the values fit; the others would be quarantined. */
const leastShare = 0.95;

/** Digits that are names, not numbers: nobody adds them up, and a zero in front matters. */
const identifierName =
  /zip|postal|postcode|phone|fax|mobile|ssn|sin$|npi|^tin$|^ein$|taxid|account|card|passport|licen[cs]e|iban|mrn|code|diagnos|procedure|icd|cpt|ndc|upc|isbn|barcode/;
/** Places in a list (`DIAGNOSISREF1`): numbers, whatever they point at. */
const pointerName = /ref[0-9]*$/;
/** Sums of money: whole ones today, cents tomorrow. */
const moneyName =
  /amount|cost|price|paid|payment|balance|outstanding|revenue|expense|salary|^fees?$|charges?$|total$/;
/** Names of identifiers: a single one that is no number makes all of them text. */
const idName = /id[0-9]*$|key$|uuid/;
const dateName = /date|^dt|dt$|day|^dob|period/;

/** The type that a column's values ask for; string when they agree on none. */
export function inferType(name: string, stats: ColumnStats, candidates: Candidates): InferredType {
  const { values } = stats;
  const text = (...notes: string[]): InferredType => ({ type: 'string', formats: [], misfits: 0, notes });
  const fits = (count: number): boolean => count > 0 && count >= values * leastShare;
  if (values === 0) return text('It is always empty: its type is a guess.');
  const compact = compactName(name);

  const hasDateHint = dateName.test(compact);
  const dates = hasDateHint ? stats.dates : withoutBareDigits(stats.dates, candidates);
  const timesOfDay = stats.isoTimes + sum(stats.timestamps);
  if (fits(stats.isoTimestamps + sum(stats.timestamps)) && timesOfDay > 0) {
    const local = coverDates(stats.timestamps, candidates.timestamps);
    const misfits = values - stats.isoTimestamps - local.covered;
    return { type: 'timestamp', formats: local.formats, misfits, notes: local.notes };
  }
  if (fits(sum(dates))) {
    const { formats, covered, notes } = coverDates(dates, candidates.dates);
    const isUsual = formats.every((format) => (usualDateFormats as readonly string[]).includes(format));
    return { type: 'date', formats: isUsual ? [] : formats, misfits: values - covered, notes };
  }
  const booleans = stats.trueWords + stats.falseWords;
  if (fits(booleans) && stats.trueWords > 0 && stats.falseWords > 0) {
    return { type: 'boolean', formats: [], misfits: values - booleans, notes: [] };
  }
  if (!fits(stats.numbers)) return text();
  if (stats.leadingZeros > 0)
    return text('Its digits begin with zeros in places: it stays a string, so that they are kept.');
  if (stats.fractions === 0 && identifierName.test(compact) && !pointerName.test(compact))
    return text('Its digits are a name rather than a number: it stays a string.');
  if (idName.test(compact) && stats.numbers < values) return text();
  if (stats.fractions === 0 && !moneyName.test(compact)) {
    if (stats.hugeIntegers > 0) return text('Its numbers are longer than 64 bits: it stays a string.');
    const type = stats.largeIntegers > 0 ? 'bigint' : 'int';
    return { type, formats: [], misfits: values - stats.integers, notes: [] };
  }
  return { ...inferFraction(stats), misfits: values - stats.numbers };
}

/** Double, unless its 15 digits would lose some that a decimal keeps. */
function inferFraction(stats: ColumnStats): Omit<InferredType, 'misfits'> {
  const isExact =
    stats.exponents === 0 && stats.mostScale <= 6 && stats.mostDigits > 15 && stats.mostDigits <= 32;
  if (!isExact) return { type: 'double', formats: [], notes: [] };
  return {
    type: `decimal(38,${stats.mostScale})`,
    formats: [],
    notes: ['It has more digits than a double keeps: a decimal holds them all.'],
  };
}

function withoutBareDigits(
  counts: ReadonlyMap<number, number>,
  candidates: Candidates,
): ReadonlyMap<number, number> {
  const bare = 1 << candidates.dates.findIndex(({ format }) => format === 'yyyyMMdd');
  return new Map([...counts].filter(([bits]) => bits !== bare));
}

interface DateCover {
  readonly formats: string[];
  readonly covered: number;
  readonly notes: string[];
}

/** The fewest formats that read the values, the commonest first. Never two that only swap day and month. */
function coverDates(counts: ReadonlyMap<number, number>, candidates: Candidates['dates']): DateCover {
  const formats: string[] = [];
  const notes: string[] = [];
  let covered = 0;
  let rest = [...counts];
  let open = [...candidates.keys()];
  while (rest.length > 0) {
    const fitting = (index: number): number =>
      rest.reduce((total, [bits, count]) => total + ((bits >> index) & 1 ? count : 0), 0);
    const best = open.reduce((one, other) => (fitting(other) > fitting(one) ? other : one), open[0] ?? -1);
    const candidate = candidates[best];
    if (candidate === undefined || fitting(best) === 0) break;
    const { format, twin } = candidate;
    const twinAt = candidates.findIndex((other) => other.format === twin);
    if (twinAt !== -1 && fitting(twinAt) === fitting(best)) {
      notes.push(
        `No value tells whether it is \`${format}\` or \`${twin}\`: ask the sender, and set \`formats\`.`,
      );
    } else if (
      twinAt !== -1 &&
      rest.some(([bits]) => ((bits >> twinAt) & 1) === 1 && ((bits >> best) & 1) === 0)
    ) {
      notes.push(
        `Most values are \`${format}\`, and some fit only \`${twin}\`: ask the sender which they are.`,
      );
    }
    formats.push(format);
    covered += fitting(best);
    rest = rest.filter(([bits]) => ((bits >> best) & 1) === 0);
    open = open.filter((index) => index !== best && index !== twinAt);
  }
  return { formats, covered, notes };
}

function sum(counts: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
