import { type Content, element } from './element.ts';

export interface TableOptions {
  /** What the table tells, for those who hear it. */
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Content[])[];
  /** Columns that are set to the right. */
  readonly numeric?: readonly number[];
}

/** A table that scrolls by itself when it is too wide. */
export function table({ label, heads, rows, numeric = [] }: TableOptions): HTMLElement {
  const kind = (column: number) => (numeric.includes(column) ? { class: 'number' } : {});
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      { 'aria-label': label },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          heads.map((text, column) => element('th', { scope: 'col', ...kind(column) }, text)),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map((row) =>
          element(
            'tr',
            {},
            row.map((cell, column) => element('td', kind(column), cell)),
          ),
        ),
      ),
    ),
  );
}
