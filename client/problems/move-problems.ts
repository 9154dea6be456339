/** One change of a document, by lines from 0; `added` counts the line ends of the new text. */
export interface LineChange {
  readonly startLine: number;
  readonly endLine: number;
  readonly added: number;
}

/**
 * Keeps things with their lines while a document is edited. What stands on an edited line is gone: it was asked for by a
 * text that is no longer there. A line end put before or after a line, with nothing else, leaves it alone.
 */
export function moveLines<T extends { readonly line: number }>(
  things: readonly T[],
  changes: readonly LineChange[],
): readonly T[] {
  // The editor gives changes of one edit in the positions from before it, the last first.
  const sorted = [...changes].sort((a, b) => b.startLine - a.startLine);
  let moved = things;
  for (const { startLine, endLine, added } of sorted) {
    const shift = added - (endLine - startLine);
    moved = moved.flatMap((thing) => {
      if (thing.line < startLine) return [thing];
      if (thing.line > endLine) return [{ ...thing, line: thing.line + shift }];
      return [];
    });
  }
  return moved;
}
