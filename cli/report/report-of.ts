import type { RunEvent } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import type { Report } from '../../core/contracts/report.ts';
import { buildReport, type ReportContext } from '../../core/report/build-report.ts';

/** States of files that a run moves out of the source. */
const archivedStates: ReadonlySet<string> = new Set(['new', 'leftover', 'redelivered', 'empty_file']);

/** The report of a run; originals are told to be in the archive where its archive stage came to its end. */
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
  return buildReport(plan, events, {
    ...context,
    archivedTo: (file) =>
      archive !== undefined && isArchived && archivedStates.has(states.get(file) ?? '')
        ? `${archive.replace(/\/$/, '')}/${file}`
        : null,
  });
}
