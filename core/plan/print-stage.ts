import type { Dialect } from '../translate/dialect.ts';
import { quoteName } from '../translate/quote.ts';
import { type Layer, printLayers } from './print-layers.ts';
import { finalValue } from './print-value.ts';
import type { StageShape } from './shape-stage.ts';
import { nullifiedItems, stagedText, textItems, typedItems } from './stage-values.ts';
import { finalWords, ruledWords } from './stage-words.ts';

/**
 * The query from `_raw` to `_stage`. Each layer names what the next one needs, so that nothing is computed twice:
 * trimmed text, typed values, words of column rules, values after `nullify`, and at last keys, row checks and masks.
 */
export function printStage(dialect: Dialect, shape: StageShape): string {
  const { table, nullifyBits } = shape;
  const layers: readonly Layer[] = [
    { name: 'trimmed', isAdding: true, items: textItems(dialect, shape) },
    { name: 'typed', isAdding: true, items: typedItems(dialect, table) },
    { name: 'ruled', isAdding: true, items: ruledWords(dialect, shape) },
    { name: 'nullified', isAdding: true, items: nullifiedItems(dialect, shape) },
  ];
  const last: Layer = {
    name: 'staged',
    isAdding: false,
    items: [
      '_file_no, _record, _line, file_name, ts',
      ...table.columns.map((column) => stagedText(dialect, column, nullifyBits)),
      ...table.columns
        .filter(({ type }) => type !== 'string')
        .map(
          (column) => `${finalValue(dialect, column, nullifyBits)} AS ${quoteName(dialect, column.staged)}`,
        ),
      ...finalWords(dialect, shape),
    ],
  };
  return printLayers('_raw', [...layers.filter(({ items }) => items.length > 0), last]);
}
