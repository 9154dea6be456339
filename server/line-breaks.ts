import { type PartedText, partAt, type TextPart } from '../core/text/parted-text.ts';

/** Lines of a text as the protocol counts them: LF, CRLF and a lone CR each end one. */
export interface Lines {
  /** Line breaks in the text and one. */
  readonly count: number;
  /** Offset at which a line begins; the text's length for one that is not there. */
  startOf(line: number): number;
  /** The line that an offset stands in. */
  lineAt(offset: number): number;
}

/** Offsets behind the line breaks of parts, each found once for all the texts that share the part. */
export type KnownBreaks = WeakMap<TextPart, readonly number[]>;

export function readLines(text: PartedText, known: KnownBreaks): Lines {
  const { parts, starts } = text;
  const firstLines: number[] = [];
  let breaks = 0;
  for (const part of parts) {
    firstLines.push(breaks);
    breaks += breaksOf(part, known).length;
  }
  return {
    count: breaks + 1,
    startOf(line) {
      if (line <= 0) return 0;
      if (line > breaks) return text.length;
      // Line n begins behind the break n - 1, which is in the last part whose first break is not behind it.
      const part = lastUpTo(firstLines, line - 1);
      const [own] = parts.slice(part);
      const within = own === undefined ? 0 : breaksOf(own, known)[line - 1 - (firstLines[part] ?? 0)];
      return (starts[part] ?? 0) + (within ?? 0);
    },
    lineAt(offset) {
      const part = partAt(text, offset);
      const [own] = parts.slice(part);
      if (own === undefined) return 0;
      return (firstLines[part] ?? 0) + lastUpTo(breaksOf(own, known), offset - (starts[part] ?? 0)) + 1;
    },
  };
}

/** Index of the last value that is not above the limit, -1 for none; the values ascend. */
function lastUpTo(values: readonly number[], limit: number): number {
  let low = -1;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function breaksOf(part: TextPart, known: KnownBreaks): readonly number[] {
  const before = known.get(part);
  if (before !== undefined) return before;
  const { text } = part;
  const breaks: number[] = [];
  const hasReturns = text.includes('\r');
  if (!hasReturns)
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at + 1);
  else for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) breaks.push(index + end.length);
  known.set(part, breaks);
  return breaks;
}
