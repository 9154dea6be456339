import { type Measured, percentile } from './measure-server.ts';

export interface MeasuredSize {
  readonly name: string;
  /** Of the schema file. */
  readonly kilobytes: number;
  readonly ours: Measured;
  readonly peer: Measured | null;
}

/** The peer waits so long after each keystroke before it begins, in milliseconds. */
const peerDelayMs = 200;

/** Times as Markdown: one table of our server, one beside the peer. */
export function describeMeasures(results: readonly MeasuredSize[]): string {
  const own = [
    '| project | schema | first findings | all findings | keystroke p50 | p95 | completion p95 | memory | processor: start | a keystroke |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...results.map(({ name, kilobytes, ours }) => {
      const keys = ours.keystrokesMs;
      return row([
        name,
        `${kilobytes.toFixed(0)} KB`,
        time(ours.firstMs),
        time(ours.allMs),
        time(percentile(keys, 0.5)),
        time(percentile(keys, 0.95)),
        time(percentile(ours.completionsMs, 0.95)),
        `${(ours.memoryBytes / 1024 / 1024).toFixed(0)} MB`,
        time(ours.startCpuMs),
        time(ours.keystrokeCpuMs),
      ]);
    }),
  ];
  const beside = results.flatMap(({ name, ours, peer }) => {
    if (peer === null) return [];
    const mine = percentile(ours.keystrokesMs, 0.5);
    const theirs = percentile(peer.keystrokesMs, 0.5);
    return [
      row([
        name,
        time(theirs),
        `${(theirs / mine).toFixed(0)} ×`,
        `${(Math.max(0, theirs - peerDelayMs) / mine).toFixed(1)} ×`,
        time(peer.firstMs),
        `${(peer.memoryBytes / 1024 / 1024).toFixed(0)} MB`,
      ]),
    ];
  });
  if (beside.length === 0) return own.join('\n');
  const heading = [
    '',
    'yaml-language-server with the published schema on the same text:',
    '',
    `| project | keystroke p50 | ours is faster by | without its ${peerDelayMs} ms delay | first findings | memory |`,
    '|---|---|---|---|---|---|',
  ];
  return [...own, ...heading, ...beside].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function time(ms: number): string {
  if (Number.isNaN(ms)) return '–';
  return ms < 100 ? `${ms.toFixed(1)} ms` : `${ms.toFixed(0)} ms`;
}
