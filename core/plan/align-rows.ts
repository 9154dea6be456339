/** Rows of cells as lines, each column as wide as its widest cell; the last one is left as it is. */
export function alignRows(rows: readonly (readonly string[])[], margin = '  '): readonly string[] {
  const clean = rows.map((row) => row.map(oneLine));
  const widths = (clean[0] ?? []).map((_, column) =>
    Math.max(...clean.map((row) => row[column]?.length ?? 0)),
  );
  return clean.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `${margin}${cells.join('  ')}`.trimEnd();
  });
}

/** Names and messages come from files: line ends and other control characters are shown, not obeyed. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
