import type { Plan } from '../../core/contracts/plan.ts';
import { buildReport } from '../../core/report/build-report.ts';
import type { Played } from './play-local.ts';

/**
 * A run's report as every engine has to write it. Left out: how long stages took and where things are kept; the words of a failure,
 * which tell of the engine's own doings (its code is compared), and those of warnings, which may name a path of its own.
 */
export function comparableReport(plan: Plan, { outcome, events }: Played): Readonly<Record<string, unknown>> {
  const { status, exitCode, code, reason, counts } = outcome;
  const begin = {
    kind: 'run-started',
    dataset: plan.dataset,
    engine: '',
    environment: null,
    planFingerprint: plan.fingerprint,
    isDryRun: false,
  } as const;
  const end = {
    kind: 'run-ended',
    status,
    exitCode,
    counts,
    ...(reason !== undefined && { reason }),
    ...(code !== undefined && { code }),
  } as const;
  const stamped = [begin, ...events, end].map((event, at) => ({
    v: 1 as const,
    runId: '',
    seq: at + 1,
    at: '2026-01-01T00:00:00Z',
    ...event,
  }));
  const report = buildReport(plan, stamped, { originLines: {}, places: {}, ended: { status, exitCode } });
  return {
    ...report,
    reason: status === 'failed' ? undefined : report.reason,
    stages: report.stages.map(({ stage, rows }) => ({ stage, rows })),
    files: sorted(report.files),
    drift: sorted(report.drift),
    warnings: sorted(report.warnings.map((warning) => ({ code: warning.code }))),
    malformed: sorted(report.malformed),
  };
}

/** The order within a stage is the engine's own. */
function sorted<T>(list: readonly T[]): readonly T[] {
  return list.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}
