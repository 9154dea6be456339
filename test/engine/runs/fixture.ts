import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noCounts } from '../../../core/contracts/no-counts.ts';
import type { Plan } from '../../../core/contracts/plan.ts';
import { type OpenRunOptions, openRun } from '../../../engine/runs/open-run.ts';

const origin = { file: 'schema/tables_schema.yaml', path: 'tables.claim', hash: '0123456789ab' };

export function planOf(dataset: string): Plan {
  return {
    v: 1,
    dataset,
    fingerprint: 'f'.repeat(64),
    compiledFrom: {},
    environment: null,
    spark: { version: '3.5', ansi: false },
    schema: 'billing',
    targetPath: 'target/',
    columns: [],
    rules: [],
    references: [],
    gate: { maxBadShare: 0.1, minRows: 0, hoursLate: null, origin },
    operations: [],
  };
}

export function emptyRoot(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'pistevo-runs-')));
}

export function open(root: string, dataset = 'claim', more: Partial<OpenRunOptions> = {}) {
  return openRun({
    root,
    plan: planOf(dataset),
    engine: 'local',
    isDryRun: false,
    originLines: { 'cast:billed': 12 },
    onEvent: () => {},
    now: () => new Date(),
    ...more,
  });
}

export const succeeded = {
  status: 'succeeded',
  exitCode: 0,
  counts: noCounts,
  places: { target: 'target/billing.duckdb' },
} as const;
