/** Offsets of line starts in a text; LF ends a line, a CR before it belongs to the end. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly length: number;
}

export interface LineColumn {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** Builds the index once per text; `positionAt` and `offsetAt` then cost a binary search. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { starts, length: text.length };
}

/** Line and column of an offset; offsets outside the text are clamped to it. */
export function positionAt(index: LineIndex, offset: number): LineColumn {
  const at = Math.max(0, Math.min(offset, index.length));
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (index.starts[low] ?? 0) + 1 };
}

/** Offset of a line and column; beyond the text it is the text's end. */
export function offsetAt(index: LineIndex, position: LineColumn): number {
  const start = index.starts[position.line - 1];
  if (start === undefined) return index.length;
  return Math.min(index.length, start + position.column - 1);
}
