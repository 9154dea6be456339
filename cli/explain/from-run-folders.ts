import type { Report } from '../../core/contracts/report.ts';
import { listRuns } from '../../engine/runs/list-runs.ts';
import { readRun } from '../../engine/runs/read-run.ts';
import { reportOf } from '../report/report-of.ts';

/** A run that did not commit, and the rules that its report shows broken at a place. */
export interface Sampled {
  readonly report: Report;
  readonly rules: Report['rules'];
  readonly malformed: Report['malformed'];
}

const runsLookedAt = 50;

/**
 * Runs that rejected or failed leave no quarantine, but their reports name places. The latest one that names this place as a
 * sample, or null.
 */
export function findSampled(root: string, wanted: string, line: number): Sampled | null {
  const isHere = (place: { readonly file: string; readonly line: number }) =>
    place.line === line && (wanted === place.file || wanted.endsWith(`/${place.file}`));
  const candidates = listRuns(root).filter(
    ({ status, isDryRun }) => status !== 'running' && (status !== 'succeeded' || isDryRun),
  );
  for (const { runId } of candidates.slice(0, runsLookedAt)) {
    const stored = readRun(root, runId);
    if (stored?.plan == null || stored.events.length === 0) continue;
    const { originLines, places, status } = stored.record;
    const ended = {
      status: status === 'running' ? ('failed' as const) : status,
      exitCode: stored.record.exitCode ?? 4,
    };
    const report = reportOf(stored.plan, stored.events, { originLines, places, ended });
    const rules = report.rules.filter((rule) => rule.samples.some(isHere));
    const malformed = report.malformed.filter((entry) => entry.samples.some(isHere));
    if (rules.length > 0 || malformed.length > 0) return { report, rules, malformed };
  }
  return null;
}
