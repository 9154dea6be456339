import type { Report } from '../../core/contracts/report.ts';
import { formatAmount, formatBytes, formatCount, formatShare } from '../../core/report/amounts.ts';
import { type Outcome, outcomesOf } from '../../core/report/outcomes.ts';
import { type Content, element, shape, tip } from '../dom/element.ts';
import { table } from '../dom/table.ts';

const width = 960;
const height = 28;
const leastWidth = 5;

/** What became of the records: figures, one bar with a part for each outcome, and the same numbers as a table. */
export function records(report: Report): Content {
  const { counts } = report;
  const parts = outcomesOf(counts).filter(({ count }) => count > 0);
  return [
    element(
      'div',
      { class: 'figures' },
      figure(
        'delivered',
        counts.records,
        `in ${formatAmount(counts.files, 'file')}, ${formatBytes(counts.bytes)}`,
      ),
      figure('accepted', counts.accepted, 'read as records'),
      figure('in the target', counts.targetRows, report.target),
    ),
    parts.length === 0 ? null : bar(parts, counts.records),
    parts.length === 0 ? null : outcomesTable(parts, counts.records),
    counts.retried === 0
      ? null
      : element(
          'p',
          { class: 'muted' },
          `${formatAmount(counts.retried, 'record')} of earlier runs ${counts.retried === 1 ? 'was' : 'were'} retried: their parent is there now.`,
        ),
  ];
}

function figure(name: string, count: number, more: string): HTMLElement {
  return element(
    'div',
    { class: 'figure' },
    element('span', {}, name),
    element('strong', {}, formatCount(count)),
    element('small', {}, more),
  );
}

function outcomesTable(parts: readonly Outcome[], total: number): HTMLElement {
  return table({
    label: 'What became of the records',
    heads: ['What became of them', 'Records', 'Share', 'Meaning'],
    numeric: [1, 2],
    rows: parts.map(({ name, count, meaning }) => [
      [key(name), ` ${name}`],
      formatCount(count),
      formatShare(count, total),
      meaning,
    ]),
  });
}

/** The little square that names a colour. */
export function key(name: Outcome['name']): SVGElement {
  return shape(
    'svg',
    { class: 'key', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    shape('rect', { class: `o-${name}`, width: 10, height: 10, rx: 2 }),
  );
}

/** Parts too small to see still get a few units, taken from the others in proportion. */
function bar(parts: readonly Outcome[], total: number): SVGElement {
  const room = width - leastWidth * parts.length;
  let at = 0;
  const rectangles = parts.map(({ name, count }) => {
    const wide = leastWidth + (room * count) / Math.max(1, total);
    const x = at;
    at += wide;
    return shape(
      'rect',
      { class: `o-${name}`, x: x.toFixed(1), width: Math.max(1, wide - 1.5).toFixed(1), height },
      tip(`${name}: ${formatCount(count)} (${formatShare(count, total)})`),
    );
  });
  const label = parts.map(({ name, count }) => `${name} ${formatCount(count)}`).join(', ');
  return shape(
    'svg',
    {
      class: 'bar',
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': label,
    },
    ...rectangles,
  );
}
