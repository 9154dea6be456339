import type { Range } from '../../../../core/contracts/finding.ts';

/** A text without its markers `⟦…⟧`, and the spans that they enclosed. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** Takes the markers out of a text. Throws on a marker without its partner. */
export function readMarked(written: string): Marked {
  const ranges: Range[] = [];
  let text = '';
  let start: number | null = null;
  for (const character of written) {
    if (character === '⟦') {
      if (start !== null) throw new Error('a marker is opened inside another');
      start = text.length;
    } else if (character === '⟧') {
      if (start === null) throw new Error('a marker is closed that was not opened');
      ranges.push({ start, end: text.length });
      start = null;
    } else text += character;
  }
  if (start !== null) throw new Error('a marker is not closed');
  return { text, ranges };
}
