import type { RunCounts } from '../../core/contracts/event.ts';
import type { Report, ReportRule } from '../../core/contracts/report.ts';
import type { PastRun } from '../../webview/messages.ts';

export const sampleCounts: RunCounts = {
  files: 2,
  bytes: 35755,
  records: 1459,
  malformed: 3,
  accepted: 1456,
  quarantined: 6,
  inserted: 1217,
  updated: 146,
  unchanged: 24,
  superseded: 23,
  stale: 40,
  deleted: 0,
  retried: 12,
  targetRows: 2650,
};

export function sampleRule(change: Partial<ReportRule> = {}): ReportRule {
  return {
    id: 'cast:total_cost',
    kind: 'cast',
    severity: 'quarantine',
    columns: ['total_cost'],
    message: '`total_cost` is not a double.',
    failing: 4,
    samples: [
      { file: 'claims-a.csv', line: 70 },
      { file: 'claims-a.csv', line: 121 },
      { file: 'claims-b.csv.gz', line: 7 },
    ],
    origin: {
      file: 'schema/tables_schema.yaml',
      path: 'tables.claim.columns.total_cost.type',
      hash: '730a9a8c6116',
    },
    originLine: 108,
    ...change,
  };
}

/** A report with something in every section. */
export function sampleReport(change: Partial<Report> = {}): Report {
  return {
    v: 1,
    runId: '20261123T011437Z-claim-e8a1',
    dataset: 'claim',
    target: 'billing.claim',
    engine: 'local',
    environment: 'dev',
    planFingerprint: '0ea92fd2e9fee3b0092d592ccb01959e86ef470f82ddf18169b116f89d7e780c',
    isDryRun: false,
    status: 'succeeded',
    exitCode: 0,
    startedAt: '2026-11-23T01:14:37.193Z',
    endedAt: '2026-11-23T01:14:38.727Z',
    counts: sampleCounts,
    files: [
      {
        file: 'claims-a.csv',
        sizeBytes: 32815,
        state: 'new',
        records: 1419,
        malformed: 3,
        blankLines: 2,
        archivedTo: 'archive/claim/20261123T011437Z-claim-e8a1/claims-a.csv',
      },
      {
        file: 'claims-b.csv.gz',
        sizeBytes: 2940,
        state: 'redelivered',
        reason: 'It holds the same records as `claims-0.csv`.',
        records: 40,
        malformed: 0,
        blankLines: 0,
        archivedTo: 'archive/claim/20261123T011437Z-claim-e8a1/claims-b.csv.gz',
      },
    ],
    stages: [
      { stage: 'discover', rows: 2, elapsedMs: 54 },
      { stage: 'stage', rows: 1456, elapsedMs: 624 },
      { stage: 'merge', rows: 1363, elapsedMs: 64 },
    ],
    rules: [
      sampleRule(),
      sampleRule({
        id: 'required:claim_id',
        message: '`claim_id` is required.',
        failing: 0,
        samples: [],
        originLine: 92,
      }),
      sampleRule({ id: 'min:total_cost', severity: 'warn', failing: 2, samples: [], originLine: null }),
    ],
    malformed: [{ reason: 'malformed:fields', count: 3, samples: [{ file: 'claims-a.csv', line: 18 }] }],
    drift: [{ file: 'claims-a.csv', missing: ['billed'], unknown: ['colour', 'shape'], isReordered: true }],
    warnings: [{ code: 'retained', message: 'Runs older than 30 days were removed.' }],
    places: {
      target: 'target/billing.duckdb (billing.claim)',
      run: '.pistevo/runs/20261123T011437Z-claim-e8a1/',
    },
    ...change,
  };
}

/** A run of a day in November, with what it kept out. */
export function pastRun(day: number, change: Partial<PastRun> = {}): PastRun {
  const two = String(day).padStart(2, '0');
  return {
    runId: `202611${two}T010000Z-claim-00${two}`,
    startedAt: `2026-11-${two}T01:00:00.000Z`,
    status: 'succeeded',
    isDryRun: false,
    counts: { ...sampleCounts, records: 1000 + day, inserted: 758 + day },
    ...change,
  };
}
