import type { Range } from '../../contracts/finding.ts';
import { lineEndOf, lineStartOf } from './read-line.ts';
import { holds } from './written.ts';

/** The `${name` that stands at an offset, and its name; null when none does. */
export function variableAt(
  text: string,
  offset: number,
): { readonly name: string; readonly range: Range } | null {
  const start = lineStartOf(text, offset);
  const line = text.slice(start, lineEndOf(text, offset));
  for (const match of line.matchAll(/(?<!\$)\$\{([A-Za-z_]\w*)/g)) {
    const range = { start: start + match.index, end: start + match.index + match[0].length };
    if (holds(range, offset)) return { name: match[1] ?? '', range };
  }
  return null;
}
