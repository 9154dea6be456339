import type { Report } from '../../core/contracts/report.ts';
import { type Content, element } from '../dom/element.ts';
import { table } from '../dom/table.ts';

/** Headers that are not those of the schema. */
export function driftTable({ drift }: Report): Content {
  if (drift.length === 0) return null;
  return table({
    label: 'Columns other than the schema’s',
    heads: ['File', 'Missing, read as NULL', 'Not in the schema, left out', 'Order'],
    rows: drift.map((one) => [
      element('code', {}, one.file),
      names(one.missing),
      names(one.unknown),
      one.isReordered ? 'another order, matched by name' : 'as in the schema',
    ]),
  });
}

function names(columns: readonly string[]): Content {
  return columns.map((name, at) => [at === 0 ? '' : ', ', element('code', {}, name)]);
}
