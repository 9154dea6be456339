import type { Report } from '../../contracts/report.ts';
import { formatBytes, formatCount, formatShare } from '../amounts.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { type Outcome, outcomesOf } from '../outcomes.ts';
import { table } from './table.ts';

const width = 960;
const height = 34;
const leastWidth = 5;

/** What became of the records: one bar with a part for each outcome, and the same numbers as a table. */
export function outcomesBar(report: Report): string {
  const { counts } = report;
  const parts = outcomesOf(counts).filter((part) => part.count > 0);
  const figures = [
    [
      'delivered',
      formatCount(counts.records),
      `in ${formatCount(counts.files)} file${counts.files === 1 ? '' : 's'}, ${formatBytes(counts.bytes)}`,
    ],
    ['accepted', formatCount(counts.accepted), 'read as records'],
    ['in the target', formatCount(counts.targetRows), escapeMarkup(report.target)],
  ];
  const cards = figures
    .map(
      ([name, value, more]) =>
        `<div class="figure"><span>${name}</span><strong>${value}</strong><small>${more}</small></div>`,
    )
    .join('');
  const retried =
    counts.retried === 0
      ? ''
      : `<p class="muted">${formatCount(counts.retried)} records of earlier runs were retried: their parent is there now.</p>`;
  const rows = parts.map((part) => [
    `<svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="o-${part.name}" width="10" height="10" rx="2"/></svg> ${part.name}`,
    formatCount(part.count),
    formatShare(part.count, counts.records),
    escapeMarkup(part.meaning),
  ]);
  const detail =
    parts.length === 0
      ? ''
      : `${bar(parts, counts.records)}${table(['What became of them', 'Records', 'Share', 'Meaning'], rows, [1, 2])}`;
  return `<div class="figures">${cards}</div>${detail}${retried}`;
}

/** Parts too small to see still get a few units, taken from the others in proportion. */
function bar(parts: readonly Outcome[], total: number): string {
  const room = width - leastWidth * parts.length;
  let at = 0;
  const rectangles = parts.map((part) => {
    const wide = leastWidth + (room * part.count) / Math.max(1, total);
    const title = `${part.name}: ${formatCount(part.count)} (${formatShare(part.count, total)})`;
    const shape = `<rect class="o-${part.name}" x="${at.toFixed(1)}" width="${Math.max(1, wide - 1.5).toFixed(1)}" height="${height}"><title>${escapeMarkup(title)}</title></rect>`;
    at += wide;
    return shape;
  });
  const label = parts.map((part) => `${part.name} ${formatCount(part.count)}`).join(', ');
  return `<svg class="bar" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${escapeMarkup(label)}">${rectangles.join('')}</svg>`;
}
