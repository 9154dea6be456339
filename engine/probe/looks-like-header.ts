import { doublePattern } from '../../core/semantics/cast-patterns.ts';
import { dateCandidates } from './date-candidates.ts';
import { trimBlanks } from './trim-blanks.ts';

/**
 * Whether the first row names the columns. Each column is a witness: where the other rows are numbers or dates, the
 * first cell says by being one or not. Without witnesses, distinct and filled cells are names.
 */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows;
  const dates = dateCandidates();
  const number = new RegExp(`^(?:${doublePattern})$`);
  const isTyped = (cell: string): boolean =>
    number.test(cell) || dates.some(({ pattern }) => pattern.test(cell));
  let names = 0;
  let values = 0;
  for (const [index, name] of first.entries()) {
    const cells = others.map((row) => trimBlanks(row[index] ?? '')).filter((cell) => cell !== '');
    if (cells.length === 0 || cells.filter(isTyped).length < cells.length * 0.9) continue;
    const cell = trimBlanks(name);
    if (cell === '') continue;
    if (isTyped(cell)) values++;
    else names++;
  }
  if (names !== values) return names > values;
  const filled = first.map((cell) => trimBlanks(cell).toLowerCase()).filter((cell) => cell !== '');
  return filled.length > 0 && new Set(filled).size === filled.length && !filled.some(isTyped);
}
