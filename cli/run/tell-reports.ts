import type { Report } from '../../core/contracts/report.ts';
import { formatCount, formatDuration } from '../../core/report/amounts.ts';
import { reportText } from '../../core/report/report-text.ts';
import type { CommandContext } from '../terminal/context.ts';
import { printTable } from '../terminal/print-table.ts';

/** Prints every report, and after several of them an overview. */
export function tellReports(reports: readonly Report[], context: CommandContext): void {
  for (const report of reports) context.print(`\n${reportText(report, context.paint)}`);
  if (reports.length < 2) return;
  const rows = reports.map((report) => {
    const { counts } = report;
    return [
      report.dataset,
      report.status.replace('_', ' '),
      ...[
        counts.records,
        counts.inserted,
        counts.updated,
        counts.unchanged,
        counts.quarantined + counts.malformed,
        counts.targetRows,
      ].map(formatCount),
      formatDuration(Date.parse(report.endedAt) - Date.parse(report.startedAt)),
    ];
  });
  const heads = [
    'dataset',
    'status',
    'records',
    'inserted',
    'updated',
    'unchanged',
    'kept out',
    'target rows',
    'took',
  ];
  context.print(`\n${printTable(heads, rows, { numeric: [2, 3, 4, 5, 6, 7, 8], paint: context.paint })}`);
}

/** The gravest exit code of several runs. */
export function worstExitCode(codes: readonly number[]): number {
  const gravity = [0, 3, 4, 130, 2];
  return codes.reduce((worst, code) => (gravity.indexOf(code) > gravity.indexOf(worst) ? code : worst), 0);
}
