import type { Report } from '../../core/contracts/report.ts';
import { formatCount, formatDuration } from '../../core/report/amounts.ts';
import { type Content, shape, tip } from '../dom/element.ts';
import { table } from '../dom/table.ts';

const width = 200;

/** Rows and time of each stage, with a bar for when it ran within the run's working time. */
export function stages(report: Report): Content {
  if (report.stages.length === 0) return null;
  const total = Math.max(
    1,
    report.stages.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
  );
  let before = 0;
  const rows = report.stages.map(({ stage, rows: count, elapsedMs }) => {
    const x = (width * before) / total;
    before += elapsedMs;
    const wide = Math.max(2, (width * elapsedMs) / total);
    const bar = shape(
      'svg',
      { class: 'span', viewBox: `0 0 ${width} 10`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      shape(
        'rect',
        { class: 'time', x: Math.min(x, width - 2).toFixed(1), width: wide.toFixed(1), height: 10, rx: 1 },
        tip(`${stage}: ${formatDuration(elapsedMs)}`),
      ),
    );
    return [stage, formatCount(count), formatDuration(elapsedMs), bar];
  });
  return table({ label: 'Stages', heads: ['Stage', 'Rows', 'Took', 'When'], rows, numeric: [1, 2] });
}
