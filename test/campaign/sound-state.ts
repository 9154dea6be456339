import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from '../parity/compare.ts';
import type { LeftBehind } from '../parity/spark-worker.ts';
import type { TypedTable } from '../parity/typed-rows.ts';

/** The tables of a dataset, and the files of its project, after a run. */
export interface State extends LeftBehind {
  /** Files that wait in the source folders. */
  readonly waiting: readonly string[];
  /** Name and digest of every file of the archive, and of whatever else lies there. */
  readonly archived: readonly string[];
  /** Run folders with what tells how far the run came. */
  readonly folders: readonly RunFolder[];
  /** Whether the highest epoch of the lock was released. */
  readonly isLocked: boolean;
  /** What only lies there while a file is being written. */
  readonly unfinished: readonly string[];
}

interface RunFolder {
  readonly runId: string;
  readonly isCommitted: boolean;
  readonly isDone: boolean;
}

/** Adds what the disk tells to what the tables tell. `dataset` is the one that was run last. */
export function stateOf(root: string, dataset: string, left: LeftBehind): State {
  const runs = join(root, 'target', `${dataset}__v`);
  const locks = join(root, 'target/pistevo__locks', dataset);
  const highest = Math.max(
    0,
    ...namesIn(locks)
      .filter((name) => /^\d+$/.test(name))
      .map(Number),
  );
  const files = filesIn(root);
  return {
    ...left,
    waiting: files.filter((file) => file.startsWith('source/')),
    archived: files
      .filter((file) => file.startsWith('archive/'))
      .map((file) => `${file.split('/').at(-1)} ${digestOf(join(root, file))}`)
      .toSorted(),
    folders: namesIn(runs)
      .filter((name) => /^\d{8}T/.test(name))
      .map((runId) => ({
        runId,
        isCommitted: existsSync(join(runs, runId, 'commit.json')),
        isDone: existsSync(join(runs, runId, 'done')),
      })),
    isLocked: highest > 0 && !existsSync(join(locks, String(highest), 'released')),
    // Those of locks go with their epochs.
    unfinished: files.filter(
      (file) => /\.(tmp|part)$|\/_temporary\//.test(file) && !file.includes('pistevo__locks'),
    ),
  };
}

/** What a run that was cut off must not have done: readers find the old rows or the new ones. */
export function* tornBy(cut: LeftBehind, before: LeftBehind | null, whole: LeftBehind): Generator<string> {
  const isOld = before === null ? rowCount(cut.target) === 0 : isSame(cut.target, before.target);
  if (!isOld && !isSame(cut.target, whole.target)) yield 'readers find a table that is neither old nor new';
}

/** How a state after a run that was resumed differs from that of one which nothing disturbed; empty when it does not. */
export function* unsoundIn(state: State, whole: State, isRebuilt: boolean): Generator<string> {
  for (const name of ['target', 'quarantine', 'stage'] as const) {
    const [left, right] = [plain(whole[name], name, isRebuilt), plain(state[name], name, isRebuilt)];
    if (left === null || right === null) {
      if (left !== right) yield `there is ${right === null ? 'no' : 'a'} ${name}`;
    } else yield* differences(name, left, right);
  }
  // Who reads everything again a second time has committed it twice.
  if (!isRebuilt) {
    const files = [whole, state].map(({ deliveries }) =>
      deliveries.map((file) => file.slice(1).join()).toSorted(),
    );
    if (files[0]?.join(' ') !== files[1]?.join(' ')) yield `the ledger has ${files[1]?.join(' ')}`;
    if (state.runs.length !== whole.runs.length)
      yield `the ledger has ${state.runs.length} runs, not ${whole.runs.length}`;
  }
  yield* brokenChain(state);
  if (state.waiting.length > 0) yield `${state.waiting.join()} still wait in the source`;
  if (state.archived.join() !== whole.archived.join()) yield `the archive holds ${state.archived.join()}`;
  if (state.isLocked) yield 'the lock is still held';
  if (state.unfinished.length > 0) yield `unfinished files are left: ${state.unfinished.join()}`;
  yield* strangeTables(state, whole);
}

/** From the latest commit every parent leads to the first, every run on the way has its folder and is done, and no run is elsewhere. */
function* brokenChain({ runs, folders }: State): Generator<string> {
  const parents = new Map(
    runs.map(([runId, parent]) => [String(runId), parent === null ? null : String(parent)]),
  );
  if (parents.size !== runs.length) yield 'a run stands in the ledger twice';
  const heads = [...parents.keys()].filter((runId) => ![...parents.values()].includes(runId));
  if (runs.length > 0 && heads.length !== 1) yield `the chain has ${heads.length} heads`;
  let reached = 0;
  for (let at = heads[0] ?? null; at !== null && reached <= runs.length; at = parents.get(at) ?? null)
    reached += 1;
  if (heads.length === 1 && reached !== runs.length)
    yield `the chain reaches ${reached} of ${runs.length} runs`;
  for (const { runId, isCommitted, isDone } of folders) {
    if (parents.has(runId) && !isCommitted) yield `commit.json of ${runId} is gone`;
    if (runId === heads[0] && !isDone) yield `${runId} is not marked as done`;
    // A commit whose table never moved stays for a day.
    if (!parents.has(runId) && (!isCommitted || isDone)) yield `the folder of ${runId} is left`;
  }
}

/** Tables of runs belong to a chain or to a commit that never was; all others are those of an undisturbed run. */
function* strangeTables(state: State, whole: State): Generator<string> {
  const kept = new Set(state.folders.map(({ runId }) => runId.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')));
  const plainNames = (tables: readonly string[]) => tables.filter((name) => !name.includes('__v_')).join();
  if (plainNames(state.tables) !== plainNames(whole.tables)) yield `tables: ${plainNames(state.tables)}`;
  for (const name of state.tables) {
    const run = /__v_(.*)$/.exec(name)?.[1];
    if (run !== undefined && !kept.has(run)) yield `the table ${name} is left`;
  }
}

/** Without the ids of runs: they differ when a run had to be made twice. Whether a record was resolved does not. */
function plain(table: TypedTable | null, name: string, isRebuilt: boolean): TypedTable | null {
  if (table === null || name === 'target') return table;
  if (name === 'stage') return isRebuilt ? { columns: [], rows: [] } : table;
  const open = isRebuilt ? table.rows.filter((row) => row.at(-1) === null) : table.rows;
  const rows = open.map((row) => [...row.slice(1, -1), row.at(-1) === null ? 'open' : 'resolved']);
  return { columns: table.columns.slice(1), rows };
}

export function isSame(left: TypedTable | null, right: TypedTable | null): boolean {
  if (left === null || right === null) return rowCount(left) === 0 && rowCount(right) === 0;
  return differences('', left, right).length === 0;
}

function rowCount(table: TypedTable | null): number {
  return table?.rows.length ?? 0;
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}
