import { escapeMarkup } from '../escape-markup.ts';

/** An HTML table. Heads are text; cells are markup, already escaped; `numeric` are the columns set to the right. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[],
): string {
  const kind = (column: number) => (numeric.includes(column) ? ' class="number"' : '');
  const head = heads
    .map((text, column) => `<th scope="col"${kind(column)}>${escapeMarkup(text)}</th>`)
    .join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell, column) => `<td${kind(column)}>${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}
