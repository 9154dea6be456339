import { linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { layProject, runIngest } from './project.ts';
import { writeClaims } from './write-claims.ts';

export interface DeltaResult {
  readonly targetRows: number;
  readonly deltaRows: number;
  readonly deltaSeconds: number;
  /** A first load of a million rows, measured beside it. */
  readonly firstLoadSeconds: number;
}

/** A delta of at most 200,000 rows (half of them updates) into a table of `targetRows`, against a first load of a million. */
export async function measureDelta(
  folder: string,
  template: string,
  targetRows: number,
): Promise<DeltaResult> {
  const deltaRows = Math.min(200_000, targetRows);
  const [base, delta, million] = ['base.csv', 'delta.csv', 'million.csv'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeClaims({ path: base, rows: targetRows, firstClaim: 1, modified: '2026-11-01', seed: 7 });
  writeClaims({
    path: delta,
    rows: deltaRows,
    firstClaim: targetRows - deltaRows / 2,
    modified: '2026-11-20',
    seed: 8,
  });
  writeClaims({ path: million, rows: 1_000_000, firstClaim: 1, modified: '2026-11-01', seed: 9 });
  const large = join(folder, 'large');
  layProject(template, large, base);
  await runIngest(large, ['claim']);
  linkSync(delta, join(large, 'source/claim/delta.csv'));
  const deltaRun = await runIngest(large, ['claim']);
  const fresh = join(folder, 'fresh');
  layProject(template, fresh, million);
  const freshRun = await runIngest(fresh, ['claim']);
  for (const path of [large, fresh, base, delta, million]) rmSync(path, { recursive: true });
  return {
    targetRows,
    deltaRows,
    deltaSeconds: deltaRun.seconds - deltaRun.archiveSeconds,
    firstLoadSeconds: freshRun.seconds - freshRun.archiveSeconds,
  };
}
