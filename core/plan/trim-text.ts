import type { Dialect } from '../translate/dialect.ts';
import { quoteText } from '../translate/quote.ts';

/**
 * The text without spaces and tabs at its ends; NULL when nothing is left or what is left means NULL.
 * The three comparisons tell clean values apart at an eighth of the cost of trimming them: every blank sorts before `!`.
 */
export function trimmedText(dialect: Dialect, raw: string, nullValues: readonly string[]): string {
  const trimmed = printTrim(dialect, raw);
  const nulls = nullValues.map((value) => quoteText(dialect, value));
  const clean =
    nulls.length === 0 ? raw : `CASE WHEN ${raw} IN (${nulls.join(', ')}) THEN NULL ELSE ${raw} END`;
  const rest =
    nulls.length === 0
      ? `nullif(${trimmed}, '')`
      : `CASE WHEN ${trimmed} IN ('', ${nulls.join(', ')}) THEN NULL ELSE ${trimmed} END`;
  return `CASE WHEN ${hasBlankEnd(dialect, raw)} THEN ${rest} ELSE ${clean} END`;
}

/** The text as delivered, blanks at its ends included; NULL when trimming it leaves nothing or what means NULL. */
export function keptText(dialect: Dialect, raw: string, nullValues: readonly string[]): string {
  const trimmed = printTrim(dialect, raw);
  if (nullValues.length === 0) {
    return `CASE WHEN ${raw} < '!' AND ${trimmed} = '' THEN NULL ELSE ${raw} END`;
  }
  const nulls = nullValues.map((value) => quoteText(dialect, value)).join(', ');
  const blank = `(${hasBlankEnd(dialect, raw)}) AND ${trimmed} IN ('', ${nulls})`;
  return `CASE WHEN ${raw} IN ('', ${nulls}) THEN NULL WHEN ${blank} THEN NULL ELSE ${raw} END`;
}

function hasBlankEnd(dialect: Dialect, raw: string): string {
  return `${raw} < '!' OR ${raw} LIKE '% ' OR ${raw} LIKE ${quoteText(dialect, '%\t')}`;
}

function printTrim(dialect: Dialect, raw: string): string {
  const blanks = quoteText(dialect, ' \t');
  return dialect === 'duckdb' ? `trim(${raw}, ${blanks})` : `trim(BOTH ${blanks} FROM ${raw})`;
}
