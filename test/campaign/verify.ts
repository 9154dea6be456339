import { isDeepStrictEqual } from 'node:util';
import { deliveredFiles, leakingFiles, leakingTables, readTables, type TableState } from './inspect.ts';

/** The states that a dataset's tables may be in: each table is wholly one of them. */
export interface Expectation {
  readonly before: TableState | null;
  readonly after: TableState;
  readonly files: readonly string[];
}

/** Why a project after a kill is not sound; empty when it is. Tables may be old or new, each of them whole. */
export async function unsoundAfterKill(root: string, expected: Expectation): Promise<string[]> {
  const state = await readTables(root);
  const faults: string[] = [];
  for (const [table, rows] of Object.entries(state ?? {})) {
    const isOld = isDeepStrictEqual(rows, expected.before?.[table] ?? []);
    const isNew = isDeepStrictEqual(rows, expected.after[table]);
    if (!isOld && !isNew) faults.push(`${table} is torn: ${rows.length} rows`);
  }
  const missing = missingFrom(expected.files, await deliveredFiles(root));
  if (missing.length > 0) faults.push(`${missing.length} delivered files are gone`);
  return [...faults, ...(await leaks(root))];
}

/** Why a project after the resuming run is not what an undisturbed run gives; empty when it is. */
export async function unsoundAfterResume(root: string, expected: Expectation): Promise<string[]> {
  const faults: string[] = [];
  const state = (await readTables(root)) ?? {};
  for (const [table, rows] of Object.entries(expected.after)) {
    const found = state[table] ?? [];
    if (!isDeepStrictEqual(found, rows)) {
      const lost = missingFrom(rows, found);
      const extra = missingFrom(found, rows);
      faults.push(`${table}: ${lost.length} rows lost, ${extra.length} too many`);
    }
  }
  const files = await deliveredFiles(root);
  if (!isDeepStrictEqual(files, [...expected.files]))
    faults.push(`files: ${files.length} for ${expected.files.length}`);
  return [...faults, ...(await leaks(root))];
}

async function leaks(root: string): Promise<string[]> {
  const places = [...(await leakingFiles(root)), ...(await leakingTables(root))];
  return places.map((place) => `masked value in ${place}`);
}

/** Items of `all` that are not in `found`, counting how often each stands there. */
function missingFrom(all: readonly string[], found: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of found) left.set(item, (left.get(item) ?? 0) + 1);
  return all.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}
