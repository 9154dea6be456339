import type { NewEvent, RunCounts, RunEvent } from '../../../core/contracts/event.ts';
import type { Plan, PlanRule } from '../../../core/contracts/plan.ts';
import type { Report } from '../../../core/contracts/report.ts';
import { buildReport } from '../../../core/report/build-report.ts';

export const counts: RunCounts = {
  files: 2,
  bytes: 123_456,
  records: 1_000,
  malformed: 4,
  accepted: 996,
  quarantined: 16,
  inserted: 700,
  updated: 100,
  unchanged: 150,
  superseded: 10,
  stale: 15,
  deleted: 5,
  retried: 2,
  targetRows: 5_000,
};

function rule(id: string, more: Partial<PlanRule>): PlanRule {
  const column = id.split(':')[1] ?? '';
  return {
    id,
    kind: 'cast',
    scope: 'record',
    bit: 0,
    severity: 'quarantine',
    columns: [column],
    message: `\`${column}\` is not right`,
    origin: {
      file: 'schema/tables_schema.yaml',
      path: `tables.claim.columns.${column}`,
      hash: '0123456789ab',
    },
    ...more,
  };
}

export const plan: Plan = {
  v: 1,
  dataset: 'claim',
  fingerprint: 'abcdef0123456789',
  compiledFrom: {},
  environment: 'local',
  spark: { version: '3.5', ansi: false },
  schema: 'billing',
  targetPath: 'target/',
  columns: [],
  rules: [
    rule('cast:total_cost', {}),
    rule('valid_vals:billed', { kind: 'valid_vals', severity: 'nullify' }),
    rule('check:free', { kind: 'check', severity: 'warn' }),
    rule('unique:claim_id', { kind: 'unique', scope: 'table', severity: 'error' }),
    rule('required:claim_id', { kind: 'required' }),
  ],
  references: [],
  gate: {
    maxBadShare: 0.1,
    minRows: 0,
    hoursLate: null,
    origin: { file: 'conf/config.yaml', path: 'sources.claim.expect', hash: '0123456789ab' },
  },
  operations: [],
};

/** Events of a run, stamped a second apart. */
export function stamp(events: readonly NewEvent[]): readonly RunEvent[] {
  return events.map((event, at) => ({
    v: 1 as const,
    runId: '20261122T235427Z-claim-ab12',
    seq: at + 1,
    at: new Date(Date.UTC(2026, 10, 22, 23, 54, 27 + at)).toISOString(),
    ...event,
  })) as readonly RunEvent[];
}

export const started: NewEvent = {
  kind: 'run-started',
  dataset: 'claim',
  engine: 'local',
  environment: 'local',
  planFingerprint: plan.fingerprint,
  isDryRun: false,
};

export const wholeRun: readonly NewEvent[] = [
  started,
  { kind: 'file-seen', file: 'claims_1.csv', sizeBytes: 100_000, state: 'new' },
  {
    kind: 'file-seen',
    file: 'old.csv',
    sizeBytes: 3,
    state: 'leftover',
    reason: 'committed by an earlier run',
  },
  { kind: 'drift-seen', file: 'claims_1.csv', missing: ['note'], unknown: ['extra'], isReordered: true },
  { kind: 'file-read', file: 'claims_1.csv', records: 1_000, malformed: 4, blankLines: 1 },
  { kind: 'stage-ended', stage: 'stage', rows: 996, elapsedMs: 1_234 },
  {
    kind: 'rule-result',
    rule: 'malformed:fields',
    severity: 'quarantine',
    failing: 4,
    samples: [{ file: 'claims_1.csv', line: 7 }],
  },
  {
    kind: 'rule-result',
    rule: 'cast:total_cost',
    severity: 'quarantine',
    failing: 16,
    samples: [
      { file: 'claims_1.csv', line: 12 },
      { file: 'claims_1.csv', line: 44 },
    ],
  },
  {
    kind: 'rule-result',
    rule: 'check:free',
    severity: 'warn',
    failing: 40,
    samples: [{ file: 'claims_1.csv', line: 3 }],
  },
  { kind: 'rule-result', rule: 'required:claim_id', severity: 'quarantine', failing: 0, samples: [] },
  { kind: 'warning', code: 'parent-failed', message: '`patients` did not come through.' },
  { kind: 'committed', counts },
  { kind: 'run-ended', status: 'succeeded', exitCode: 0, counts },
];

export const context = {
  originLines: { 'cast:total_cost': 97, 'check:free': 120 },
  places: { target: 'target/billing.duckdb', run: '.pistevo/runs/x/' },
  archivedTo: (file: string) => (file === 'claims_1.csv' ? 'archive/claim/x/claims_1.csv' : null),
  ended: {
    status: 'failed',
    exitCode: 4,
    code: 'interrupted',
    reason: 'The process ended before the commit.',
  },
} as const;

export function reportOf(events: readonly NewEvent[] = wholeRun): Report {
  return buildReport(plan, stamp(events), context);
}
