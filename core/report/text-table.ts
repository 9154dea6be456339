/** One column of a text table: texts on the left, numbers on the right. */
export type Alignment = 'left' | 'right';

/**
 * Rows as lines of aligned columns, two blanks apart, without blanks at the end. `shownWidth` measures a cell when it
 * holds emphasis; default: its length.
 */
export function alignColumns(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
  shownWidth: (cell: string) => number = (cell) => [...cell].length,
): readonly string[] {
  const widths = alignments.map((_, column) =>
    Math.max(0, ...rows.map((row) => shownWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - shownWidth(cell)));
        return alignments[column] === 'right' ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}
