import type { Dialect } from './dialect.ts';
import { quoteText } from './quote.ts';

/**
 * Condition that a pattern of the common subset matches a whole text. Java's `$` would also match before a last line
 * end, so the end is written `\z`.
 */
export function printWholeMatch(dialect: Dialect, text: string, pattern: string): string {
  return dialect === 'duckdb'
    ? `regexp_full_match(${text}, ${quoteText(dialect, pattern)})`
    : `${text} RLIKE ${quoteText(dialect, `^(?:${pattern})\\z`)}`;
}
