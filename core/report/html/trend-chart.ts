import type { RunCounts, RunStatus } from '../../contracts/event.ts';
import { formatCount, formatShare } from '../amounts.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { table } from './table.ts';

/** What a trend needs to know of one run. */
export interface PastRun {
  readonly runId: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly status: RunStatus;
  readonly counts: RunCounts;
}

const width = 960;
const height = 150;
const mostRuns = 30;

/** Records of each run as a column, the part that was kept out on top, and a table beside it; '' for fewer than two runs. */
export function trendChart(past: readonly PastRun[], current: string): string {
  const runs = past.filter((run) => run.counts.records > 0).slice(-mostRuns);
  if (runs.length < 2) return '';
  const most = Math.max(...runs.map((run) => run.counts.records));
  const step = width / runs.length;
  const wide = Math.min(44, step * 0.7);
  const columns = runs.map((run, at) =>
    column(run, { x: at * step + (step - wide) / 2, wide, most, isCurrent: run.runId === current }),
  );
  const rows = runs
    .toReversed()
    .map((run) => [
      `${escapeMarkup(run.startedAt.slice(0, 16).replace('T', ' '))}${run.runId === current ? ' <span class="badge quiet">this run</span>' : ''}`,
      `<span class="badge ${run.status}">${escapeMarkup(run.status.replace('_', ' '))}</span>`,
      formatCount(run.counts.records),
      formatCount(run.counts.quarantined + run.counts.malformed),
      formatShare(run.counts.quarantined + run.counts.malformed, run.counts.records),
      formatCount(run.counts.targetRows),
    ]);
  return `<svg class="trend" viewBox="0 0 ${width} ${height}" role="img" aria-label="Records of the last ${runs.length} runs">${columns.join('')}<line class="axis" x1="0" x2="${width}" y1="${height - 1}" y2="${height - 1}"/></svg>
<details><summary>The numbers of ${runs.length} runs</summary>${table(['Started (UTC)', 'Status', 'Records', 'Kept out', 'Share', 'Target rows'], rows, [2, 3, 4, 5])}</details>`;
}

interface ColumnShape {
  readonly x: number;
  readonly wide: number;
  readonly most: number;
  readonly isCurrent: boolean;
}

function column(run: PastRun, shape: ColumnShape): string {
  const { records, quarantined, malformed } = run.counts;
  const scale = (height - 10) / shape.most;
  const bad = (quarantined + malformed) * scale;
  const good = records * scale - bad;
  const title = `${run.startedAt.slice(0, 16).replace('T', ' ')} UTC: ${formatCount(records)} records, ${formatCount(quarantined + malformed)} kept out, ${run.status.replace('_', ' ')}`;
  const rectangle = (name: string, y: number, tall: number) =>
    tall <= 0
      ? ''
      : `<rect class="${name}" x="${shape.x.toFixed(1)}" y="${y.toFixed(1)}" width="${shape.wide.toFixed(1)}" height="${Math.max(1, tall).toFixed(1)}"/>`;
  return `<g class="${shape.isCurrent ? 'current' : 'past'}"><title>${escapeMarkup(title)}</title>${rectangle('o-inserted', height - 1 - good, good)}${rectangle('o-quarantined', height - 1 - good - bad, bad)}</g>`;
}
