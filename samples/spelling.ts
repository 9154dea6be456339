import { type Day, dayOf, spellDay } from './days.ts';
import type { Random } from './random.ts';
import type { Cells } from './spoil.ts';

/** A day in one of the three default formats: sources that grew over years never agree with themselves. */
export function mixedDay(day: Day, random: Random): string {
  const kind = random.int(1, 10);
  return spellDay(day, kind <= 7 ? 'iso' : kind <= 9 ? 'slashes' : 'dashes');
}

/** The same row with its ISO days spelled with slashes: nothing has changed but the looks. */
export function respellDays(row: Cells, columns: readonly string[]): Cells {
  const spelled = columns
    .filter((column) => /^\d{4}-\d\d-\d\d$/.test(row[column] ?? ''))
    .map((column) => [column, spellDay(dayOf(row[column] ?? ''), 'slashes')] as const);
  return { ...row, ...Object.fromEntries(spelled) };
}
