import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../core/report/build-report.ts';
import { context, counts, plan, reportOf, stamp, started } from './fixture.ts';

describe('buildReport', () => {
  it('tells every rule of the plan in its order, those that hold too, with the line that asked for it', () => {
    const { rules } = reportOf();
    expect(rules.map(({ id, failing, originLine }) => [id, failing, originLine])).toEqual([
      ['cast:total_cost', 16, 97],
      ['valid_vals:billed', 0, null],
      ['check:free', 40, 120],
      ['unique:claim_id', 0, null],
      ['required:claim_id', 0, null],
    ]);
    expect(rules[0]?.samples).toEqual([
      { file: 'claims_1.csv', line: 12 },
      { file: 'claims_1.csv', line: 44 },
    ]);
  });

  it('keeps malformed records apart from the rules of the user', () => {
    expect(reportOf().malformed).toEqual([
      { reason: 'malformed:fields', count: 4, samples: [{ file: 'claims_1.csv', line: 7 }] },
    ]);
  });

  it('joins what was seen and what was read of each file, and where it is now', () => {
    expect(reportOf().files).toEqual([
      {
        file: 'claims_1.csv',
        sizeBytes: 100_000,
        state: 'new',
        records: 1_000,
        malformed: 4,
        blankLines: 1,
        archivedTo: 'archive/claim/x/claims_1.csv',
      },
      {
        file: 'old.csv',
        sizeBytes: 3,
        state: 'leftover',
        reason: 'committed by an earlier run',
        records: 0,
        malformed: 0,
        blankLines: 0,
      },
    ]);
  });

  it('believes the last word on a file', () => {
    const seen = { kind: 'file-seen', file: 'a.csv', sizeBytes: 1 } as const;
    const { files } = reportOf([
      started,
      { ...seen, state: 'new' },
      { ...seen, state: 'rejected', reason: 'open quote in line 3' },
    ]);
    expect(files).toMatchObject([{ file: 'a.csv', state: 'rejected', reason: 'open quote in line 3' }]);
  });

  it('carries the end, the counts, the stages, the drift and the warnings', () => {
    expect(reportOf()).toMatchObject({
      target: 'billing.claim',
      status: 'succeeded',
      exitCode: 0,
      counts,
      startedAt: '2026-11-22T23:54:27.000Z',
      endedAt: '2026-11-22T23:54:39.000Z',
      stages: [{ stage: 'stage', rows: 996, elapsedMs: 1_234 }],
      drift: [{ file: 'claims_1.csv', missing: ['note'], unknown: ['extra'], isReordered: true }],
      warnings: [{ code: 'parent-failed', message: '`patients` did not come through.' }],
    });
  });

  it('ends a run whose events stop early as the context says, with the counts of its commit', () => {
    const report = reportOf([started, { kind: 'committed', counts }]);
    expect(report).toMatchObject({ status: 'failed', exitCode: 4, code: 'interrupted', counts });
    expect(reportOf([started])).toMatchObject({ status: 'failed', counts: { records: 0 } });
  });

  it('refuses events without a beginning', () => {
    expect(() => buildReport(plan, stamp([]), context)).toThrow('first event');
  });
});
