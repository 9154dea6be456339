import type { Report } from '../../core/contracts/report.ts';
import { formatCount } from '../../core/report/amounts.ts';
import { type Content, element } from '../dom/element.ts';
import { table } from '../dom/table.ts';
import type { Places } from './places.ts';

/** What could not be read as records, by reason. */
export function malformedTable({ malformed }: Report, places: Places): Content {
  if (malformed.length === 0) return null;
  return table({
    label: 'Not readable as records',
    heads: ['Reason', 'Records', 'Found at'],
    numeric: [1],
    rows: malformed.map(({ reason, count, samples }) => [
      element('code', {}, reason),
      formatCount(count),
      places.samples(samples),
    ]),
  });
}
