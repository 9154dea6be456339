import { expect, test } from 'vitest';
import { currentStage, stageText } from '../../../client/runs/describe-run.ts';
import { foldEvent, noProgress } from '../../../client/runs/run-progress.ts';
import type { NewEvent, RunEvent } from '../../../core/contracts/event.ts';

function fold(...events: readonly NewEvent[]) {
  return events
    .map((event, at) => ({ v: 1, runId: 'r', seq: at + 1, at: '', ...event }) as RunEvent)
    .reduce(foldEvent, noProgress);
}

test('stages come in order, with what they have done', () => {
  const progress = fold(
    { kind: 'stage-started', stage: 'read' },
    { kind: 'stage-progress', stage: 'read', rows: 1500, bytes: 30, totalBytes: 40 },
  );
  const stage = currentStage(progress);
  expect(stage === null ? null : stageText(stage)).toBe('reading, 1,500 rows (75 %)');
  const ended = foldEvent(progress, {
    v: 1,
    runId: 'r',
    seq: 3,
    at: '',
    kind: 'stage-ended',
    stage: 'read',
    rows: 2000,
    elapsedMs: 90,
  });
  expect(currentStage(ended)).toBeNull();
  expect(ended.stages).toMatchObject([{ stage: 'read', rows: 2000, elapsedMs: 90 }]);
});

test('an event that was counted in already changes nothing', () => {
  const progress = fold({ kind: 'stage-started', stage: 'read' });
  expect(
    foldEvent(progress, { v: 1, runId: 'r', seq: 1, at: '', kind: 'stage-started', stage: 'read' }),
  ).toBe(progress);
});

test('the last word on a rule and on a file counts', () => {
  const result = { kind: 'rule-result', rule: 'min:fee', severity: 'quarantine', samples: [] } as const;
  const file = { kind: 'file-seen', file: 'a.csv', sizeBytes: 1 } as const;
  const progress = fold(
    { ...result, failing: 3 },
    { ...file, state: 'new' },
    { ...file, state: 'rejected' },
    { ...result, failing: 0 },
  );
  expect(progress.broken).toEqual([]);
  expect(progress.files.map(({ state }) => state)).toEqual(['rejected']);
});

test('streams are named once; warnings add up', () => {
  const log = { kind: 'log-advanced', stream: 'engine', bytes: 1, lines: 1 } as const;
  const warning = { kind: 'warning', code: 'late', message: 'Late.' } as const;
  const progress = fold(log, log, warning, warning);
  expect(progress.streams).toEqual(['engine']);
  expect(progress.warnings).toHaveLength(2);
});
