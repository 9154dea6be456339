import type { ColumnType } from '../contracts/plan.ts';
import { readValue } from './read-value.ts';

/**
 * True when a trimmed, non-blank text is a value of the type by the contract's cast rules. `formats` are date formats,
 * first match wins; timestamps read ISO first, whatever the formats.
 */
export function fitsType(text: string, type: ColumnType, formats: readonly string[]): boolean {
  return readValue(text, type, formats) !== null;
}
