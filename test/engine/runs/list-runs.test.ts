import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRun } from '../../../engine/runs/find-run.ts';
import { listRuns } from '../../../engine/runs/list-runs.ts';
import { readRun } from '../../../engine/runs/read-run.ts';
import { retainRuns } from '../../../engine/runs/retain-runs.ts';
import { emptyRoot, open, succeeded } from './fixture.ts';

function at(text: string) {
  return { now: () => new Date(text) };
}

describe('listRuns', () => {
  it('lists the latest first, of one dataset when asked, and overlooks what is not a run', () => {
    const root = emptyRoot();
    expect(listRuns(root)).toEqual([]);
    const old = open(root, 'claim', at('2026-01-01T00:00:00Z')).runId;
    const recent = open(root, 'patients', at('2026-01-02T00:00:00Z')).runId;
    const last = open(root, 'claim', at('2026-01-02T00:00:00.500Z')).runId;
    mkdirSync(join(root, '.pistevo/runs/notes'));
    mkdirSync(join(root, '.pistevo/runs/20260103T000000Z-claim-0000'));
    mkdirSync(join(root, '.pistevo/runs/20260103T000000Z-claim-0001'));
    writeFileSync(join(root, '.pistevo/runs/20260103T000000Z-claim-0001/run.json'), '{"v":2}');
    expect(listRuns(root).map((run) => run.runId)).toEqual([last, recent, old]);
    expect(listRuns(root, 'claim').map((run) => run.runId)).toEqual([last, old]);
    expect(readRun(root, 'nowhere')).toBeNull();
  });
});

describe('findRun', () => {
  it('finds the latest, an id, a part of one, or the latest run of a dataset', () => {
    const root = emptyRoot();
    const first = open(root, 'claim', at('2026-01-01T00:00:00Z')).runId;
    const second = open(root, 'claim', at('2026-01-02T00:00:00Z')).runId;
    const third = open(root, 'patients', at('2026-01-03T00:00:00Z')).runId;
    const idOf = (wanted: string) => {
      const found = findRun(root, wanted);
      return found.kind === 'found' ? found.record.runId : found;
    };
    expect(idOf('latest')).toBe(third);
    expect(idOf(first)).toBe(first);
    expect(idOf('claim')).toBe(second);
    expect(idOf('20260101')).toBe(first);
    expect(idOf('2026')).toEqual({ kind: 'several', runIds: [third, second, first] });
    expect(idOf('nothing')).toEqual({ kind: 'none', runs: 3 });
  });
});

describe('retainRuns', () => {
  it('removes what ended long ago, but never the latest of a dataset nor one that runs', () => {
    const root = emptyRoot();
    const ended = (dataset: string, day: string) => {
      const run = open(root, dataset, at(`2026-01-${day}T00:00:00Z`));
      run.end(succeeded);
      return run.runId;
    };
    const gone = ended('claim', '01');
    const running = open(root, 'claim', at('2026-01-02T00:00:00Z')).runId;
    const young = ended('claim', '20');
    const latest = ended('claim', '21');
    const only = ended('patients', '01');
    expect(retainRuns(root, 10, new Date('2026-01-25T00:00:00Z'))).toEqual([gone]);
    expect(listRuns(root).map((run) => run.runId)).toEqual([latest, young, running, only]);
  });
});
