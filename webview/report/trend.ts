import { formatCount, formatShare } from '../../core/report/amounts.ts';
import { outcomesOf } from '../../core/report/outcomes.ts';
import { type Content, element, shape, tip } from '../dom/element.ts';
import { table } from '../dom/table.ts';
import type { PastRun } from '../messages.ts';
import { key } from './records.ts';

const width = 480;
const height = 160;
const mostRuns = 30;

/** What became of the records of each run, as columns, with a table of the numbers beside; null for fewer than two runs. */
export function trend(history: readonly PastRun[], current: string): Content {
  const runs = history.filter(({ counts, isDryRun }) => counts.records > 0 && !isDryRun).slice(-mostRuns);
  if (runs.length < 2) return null;
  const most = Math.max(...runs.map(({ counts }) => counts.records));
  const first = runs[0];
  const last = runs.at(-1);
  const seen = outcomesOf(runs.map(({ counts }) => counts).reduce((a, b) => addCounts(a, b))).filter(
    ({ count }) => count > 0,
  );
  return element(
    'div',
    { class: 'beside' },
    element(
      'figure',
      {},
      element('div', { class: 'muted' }, `up to ${formatCount(most)} records a run`),
      chart(runs, most, current),
      element(
        'div',
        { class: 'ends muted' },
        element('span', {}, first === undefined ? '' : dayText(first.startedAt)),
        element('span', {}, last === undefined ? '' : dayText(last.startedAt)),
      ),
      element(
        'figcaption',
        { class: 'keys' },
        seen.map(({ name }) => element('span', {}, key(name), ` ${name}`)),
      ),
    ),
    numbers(runs, current),
  );
}

function chart(runs: readonly PastRun[], most: number, current: string): SVGElement {
  const step = width / runs.length;
  const wide = Math.min(40, step * 0.72);
  const columns = runs.map((run, at) =>
    column(run, { x: at * step + (step - wide) / 2, wide, most, current }),
  );
  return shape(
    'svg',
    {
      class: 'trend',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': `What became of the records of the last ${runs.length} runs; the table has the numbers`,
    },
    ...columns,
    shape('line', { class: 'axis', x1: 0, x2: width, y1: height - 0.5, y2: height - 0.5 }),
  );
}

interface ColumnShape {
  readonly x: number;
  readonly wide: number;
  readonly most: number;
  readonly current: string;
}

function column(run: PastRun, { x, wide, most, current }: ColumnShape): SVGElement {
  const scale = (height - 6) / most;
  let floor = height - 1;
  // What reached the target at the bottom, what was kept out on top, where it shows.
  const rectangles = outcomesOf(run.counts)
    .toReversed()
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => {
      const tall = Math.max(1, count * scale);
      floor -= tall;
      return shape('rect', {
        class: `o-${name}`,
        x: x.toFixed(1),
        y: floor.toFixed(1),
        width: wide.toFixed(1),
        height: tall.toFixed(1),
      });
    });
  const { records } = run.counts;
  const title = `${minuteText(run.startedAt)}: ${formatCount(records)} records, ${formatCount(keptOut(run))} kept out, ${statusText(run)}`;
  return shape('g', { class: run.runId === current ? 'current' : 'past' }, tip(title), ...rectangles);
}

function numbers(runs: readonly PastRun[], current: string): HTMLElement {
  return table({
    label: 'Past runs',
    heads: ['Started (UTC)', 'Status', 'Records', 'Kept out', 'Share', 'Target rows'],
    numeric: [2, 3, 4, 5],
    rows: runs
      .toReversed()
      .map((run) => [
        [
          minuteText(run.startedAt),
          run.runId === current ? element('span', { class: 'badge' }, 'this run') : null,
        ],
        element('span', { class: `status s-${run.status}` }, statusText(run)),
        formatCount(run.counts.records),
        formatCount(keptOut(run)),
        formatShare(keptOut(run), run.counts.records),
        formatCount(run.counts.targetRows),
      ]),
  });
}

function keptOut({ counts }: PastRun): number {
  return counts.quarantined + counts.malformed;
}

function statusText({ status }: PastRun): string {
  return status.replace('_', ' ');
}

function dayText(at: string): string {
  return at.slice(0, 10);
}

function minuteText(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

type Counts = PastRun['counts'];

function addCounts(a: Counts, b: Counts): Counts {
  const names = Object.keys(a) as (keyof Counts)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as Counts;
}
