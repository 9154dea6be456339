import Table from 'cli-table3';
import type { Paint } from '../../core/report/paint.ts';
import { visibleText } from '../../core/report/visible-text.ts';

export interface TableOptions {
  /** Columns set to the right. */
  readonly numeric?: readonly number[];
  readonly paint: Paint;
}

/** A table with a rule under its heads and no other lines. Cells are plain text, and made visible here. */
export function printTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string {
  const { numeric = [], paint } = options;
  const none = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
  };
  const sides = {
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  };
  const table = new Table({
    head: heads.map((head) => paint.bold(visibleText(head))),
    colAligns: heads.map((_, column) => (numeric.includes(column) ? 'right' : 'left')),
    chars: { ...none, ...sides },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(row.map(visibleText));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
