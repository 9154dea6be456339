import type { RunEvent } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import type { Report } from '../../core/contracts/report.ts';
import { buildReport, type ReportContext } from '../../core/report/build-report.ts';

/** States of files that a run moves into its own folder of the archive; a leftover goes to that of the run that read it. */
const archivedStates: ReadonlySet<string> = new Set(['new', 'redelivered', 'empty_file']);

/**
 * The report of a run. Originals are told to be in the archive where its archive stage came to its end, and places only
 * where the run left something.
 */
export function reportOf(
  plan: Plan,
  events: readonly RunEvent[],
  context: Omit<ReportContext, 'archivedTo'>,
): Report {
  const archive = context.places['archive'];
  const isArchived = events.some((event) => event.kind === 'stage-ended' && event.stage === 'archive');
  const states = new Map(
    events.flatMap((event) => (event.kind === 'file-seen' ? [[event.file, event.state] as const] : [])),
  );
  const report = buildReport(plan, events, {
    ...context,
    archivedTo: (file) =>
      archive !== undefined && isArchived && archivedStates.has(states.get(file) ?? '')
        ? `${archive.replace(/\/$/, '')}/${file}`
        : null,
  });
  if (report.status === 'succeeded' && !report.isDryRun) return report;
  const kept = report.isDryRun ? ['run'] : ['target', 'run'];
  const places = Object.entries(report.places).filter(([name]) => kept.includes(name));
  return { ...report, places: Object.fromEntries(places) };
}
