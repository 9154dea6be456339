import type { Report } from '../../core/contracts/report.ts';
import { formatBytes, formatCount } from '../../core/report/amounts.ts';
import { type Content, element } from '../dom/element.ts';
import { prose } from '../dom/prose.ts';
import { table } from '../dom/table.ts';
import type { Places } from './places.ts';

/** The delivery, file by file. */
export function filesTable({ files }: Report, places: Places): Content {
  if (files.length === 0) return null;
  return table({
    label: 'Files of the delivery',
    heads: ['File', 'State', 'Size', 'Records', 'Malformed', 'Archived to'],
    numeric: [2, 3, 4],
    rows: files.map((file) => [
      element('code', {}, file.file),
      [
        file.state.replace('_', ' '),
        file.reason === undefined ? null : element('div', { class: 'muted' }, prose(file.reason)),
      ],
      formatBytes(file.sizeBytes),
      formatCount(file.records),
      formatCount(file.malformed),
      file.archivedTo === undefined ? null : places.original(file.archivedTo),
    ]),
  });
}
