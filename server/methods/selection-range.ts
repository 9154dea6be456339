import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRanges } from '../../core/features/selection-ranges.ts';
import type { Asked } from '../asked.ts';
import { toRange } from '../positions.ts';

export function selectionRange({
  view,
  path,
  document,
  params,
}: Asked<SelectionRangeParams>): SelectionRange[] {
  const offsets = params.positions.map((position) => document.offsetAt(position));
  return selectionRanges(view, path, offsets).map((ranges, index) => {
    const [position] = params.positions.slice(index);
    const start = position ?? { line: 0, character: 0 };
    return (
      ranges.toReversed().reduce<SelectionRange | undefined>((parent, range) => {
        return { range: toRange(document, range), ...(parent !== undefined && { parent }) };
      }, undefined) ?? { range: { start, end: start } }
    );
  });
}
