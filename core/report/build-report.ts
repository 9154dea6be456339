import type { FileRead, FileSeen, RuleResult, RunEvent, RunStatus } from '../contracts/event.ts';
import { noCounts } from '../contracts/no-counts.ts';
import type { Plan } from '../contracts/plan.ts';
import type { Report, ReportFile, ReportMalformed, ReportRule } from '../contracts/report.ts';

/** What the events of a run do not tell. */
export interface ReportContext {
  /** 1-based line of each rule's origin when the run started, by rule id. */
  readonly originLines: Readonly<Record<string, number | null>>;
  readonly places: Readonly<Record<string, string>>;
  /** Where a file of the delivery was archived to; null while it is in the source. */
  readonly archivedTo?: (file: string) => string | null;
  /** How a run ended whose events stop before the end. */
  readonly ended: {
    readonly status: RunStatus;
    readonly exitCode: number;
    readonly reason?: string;
    readonly code?: string;
  };
}

/**
 * What a run did, from its plan and its events. The events must begin with `run-started`; where they end early, the
 * context says how the run ended.
 */
export function buildReport(plan: Plan, events: readonly RunEvent[], context: ReportContext): Report {
  const started = events.find((event) => event.kind === 'run-started');
  if (started === undefined) throw new Error('a run without its first event has no report');
  const ended = events.find((event) => event.kind === 'run-ended');
  const committed = events.find((event) => event.kind === 'committed');
  const { status, exitCode, reason, code } = ended ?? context.ended;
  return {
    v: 1,
    runId: started.runId,
    dataset: plan.dataset,
    target: `${plan.schema}.${plan.dataset}`,
    engine: started.engine,
    environment: started.environment,
    planFingerprint: started.planFingerprint,
    isDryRun: started.isDryRun,
    status,
    exitCode,
    ...(reason !== undefined && { reason }),
    ...(code !== undefined && { code }),
    startedAt: started.at,
    endedAt: (ended ?? events.at(-1) ?? started).at,
    counts: ended?.counts ?? committed?.counts ?? noCounts,
    files: filesOf(events, context),
    stages: events
      .filter((event) => event.kind === 'stage-ended')
      .map(({ stage, rows, elapsedMs }) => ({ stage, rows, elapsedMs })),
    rules: rulesOf(plan, events, context),
    malformed: malformedOf(events),
    drift: events
      .filter((event) => event.kind === 'drift-seen')
      .map(({ file, missing, unknown, isReordered }) => ({ file, missing, unknown, isReordered })),
    warnings: events
      .filter((event) => event.kind === 'warning')
      .map(({ code: warningCode, message }) => ({ code: warningCode, message })),
    places: context.places,
  };
}

/** The last word on each file counts: a file that was new can turn out to be rejected. */
function filesOf(events: readonly RunEvent[], context: ReportContext): readonly ReportFile[] {
  const seen = new Map<string, FileSeen>();
  const read = new Map<string, FileRead>();
  for (const event of events) {
    if (event.kind === 'file-seen') seen.set(event.file, event);
    if (event.kind === 'file-read') read.set(event.file, event);
  }
  return [...seen.values()].map(({ file, sizeBytes, state, reason }) => {
    const archivedTo = context.archivedTo?.(file) ?? null;
    const records = read.get(file);
    return {
      file,
      sizeBytes,
      state,
      ...(reason !== undefined && { reason }),
      records: records?.records ?? 0,
      malformed: records?.malformed ?? 0,
      blankLines: records?.blankLines ?? 0,
      ...(archivedTo !== null && { archivedTo }),
    };
  });
}

function rulesOf(plan: Plan, events: readonly RunEvent[], context: ReportContext): readonly ReportRule[] {
  const results = resultsOf(events);
  return plan.rules.map(({ id, kind, severity, columns, message, origin }) => {
    const result = results.get(id);
    return {
      id,
      kind,
      severity,
      columns,
      message,
      failing: result?.failing ?? 0,
      samples: result?.samples ?? [],
      origin,
      originLine: context.originLines[id] ?? null,
    };
  });
}

/** Malformed records are reported as rules of the contract: they have no line in the user's files. */
function malformedOf(events: readonly RunEvent[]): readonly ReportMalformed[] {
  return [...resultsOf(events).values()]
    .filter((result) => result.rule.startsWith('malformed:') && result.failing > 0)
    .map(({ rule, failing, samples }) => ({ reason: rule, count: failing, samples }));
}

function resultsOf(events: readonly RunEvent[]): ReadonlyMap<string, RuleResult> {
  const results = new Map<string, RuleResult>();
  for (const event of events) if (event.kind === 'rule-result') results.set(event.rule, event);
  return results;
}
