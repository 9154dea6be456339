import { readdir, readFile } from 'node:fs/promises';
import { type FileFollower, followFile } from './follow-file.ts';
import { isProcessGone } from './is-process-gone.ts';
import { parseEvent } from './parse-event.ts';
import type { Run } from './run.ts';
import { runKey } from './run.ts';
import { runPaths, runsFolder } from './run-paths.ts';
import { foldEvent, noProgress, type RunProgress } from './run-progress.ts';
import { isRunId, parseRunRecord, type RunRecord } from './run-record.ts';

/**
 * The runs of some projects, read from their folders and nothing else: whoever started a run, and whether the editor was
 * there, makes no difference.
 */
export interface RunStore {
  /** The latest first. */
  all(): readonly Run[];
  find(root: string, runId: string): Run | null;
  /** Reads a run's events to their end so far; null when there is no such run. */
  load(root: string, runId: string): Promise<Run | null>;
  /** Looks at every folder again: new runs, ends, and the events of what goes on. */
  refresh(roots: readonly string[]): Promise<void>;
}

interface Entry {
  run: Run;
  readonly follower: FileFollower;
}

export interface RunStoreOptions {
  /** Called after anything has changed. */
  readonly onChange: () => void;
  /** Runs of a project that are held; older ones are left out. */
  readonly mostRuns?: number;
}

export function createRunStore({ onChange, mostRuns = 200 }: RunStoreOptions): RunStore {
  const entries = new Map<string, Entry>();
  let sorted: readonly Run[] = [];
  let last: Promise<void> = Promise.resolve();

  const all = () => sorted;
  const find = (root: string, runId: string) => entries.get(runKey({ root, record: { runId } }))?.run ?? null;
  const settle = () => {
    sorted = [...entries.values()].map(({ run }) => run).sort(latestFirst);
    onChange();
  };

  /** Returns whether anything has changed. */
  const look = async (root: string, runId: string): Promise<boolean> => {
    const key = runKey({ root, record: { runId } });
    const known = entries.get(key);
    if (known !== undefined && isSettled(known.run.record)) return false;
    const record = await readRecord(root, runId);
    if (record === null) return entries.delete(key);
    const entry = known ?? {
      run: { root, record, progress: null },
      follower: followFile(runPaths(root, runId).events),
    };
    const isLive = record.status === 'running' || known !== undefined;
    const progress = isLive ? await advance(entry) : null;
    const hasChanged =
      known === undefined ||
      record.status !== known.run.record.status ||
      progress?.seq !== known.run.progress?.seq;
    entry.run = { root, record, progress };
    entries.set(key, entry);
    return hasChanged;
  };

  const refresh = async (roots: readonly string[]): Promise<void> => {
    const wanted = new Set<string>();
    let hasChanged = false;
    for (const root of roots) {
      for (const runId of (await runIds(root)).slice(0, mostRuns)) {
        wanted.add(runKey({ root, record: { runId } }));
        hasChanged = (await look(root, runId)) || hasChanged;
      }
    }
    for (const key of entries.keys()) if (!wanted.has(key)) hasChanged = entries.delete(key) || hasChanged;
    if (hasChanged) settle();
  };

  return {
    all,
    find,
    async load(root, runId) {
      const entry = entries.get(runKey({ root, record: { runId } }));
      if (entry === undefined) return null;
      entry.run = { ...entry.run, progress: await advance(entry) };
      return entry.run;
    },
    refresh(roots) {
      // One look at a time: two would read the same events twice.
      last = last.then(
        () => refresh(roots),
        () => refresh(roots),
      );
      return last;
    },
  };
}

/** The command line ends the record of an interrupted run with its next command. */
function isSettled({ status }: RunRecord): boolean {
  return status !== 'running' && status !== 'interrupted';
}

async function advance(entry: Entry): Promise<RunProgress> {
  const lines = await entry.follower.more();
  const events = lines.flatMap((line) => parseEvent(line) ?? []);
  return events.reduce(foldEvent, entry.run.progress ?? noProgress);
}

async function readRecord(root: string, runId: string): Promise<RunRecord | null> {
  const text = await readIfThere(runPaths(root, runId).record);
  const record = text === null ? null : parseRunRecord(text);
  if (record === null || record.status !== 'running' || !isProcessGone(record.process)) return record;
  // It may have written its end between the two looks.
  const again = await readIfThere(runPaths(root, runId).record);
  const later = again === null ? null : parseRunRecord(again);
  return later?.status === 'running' ? { ...later, status: 'interrupted' } : later;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The latest first: a run's id begins with its time. */
async function runIds(root: string): Promise<readonly string[]> {
  try {
    return (await readdir(runsFolder(root))).filter(isRunId).sort().reverse();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

function latestFirst(a: Run, b: Run): number {
  if (a.record.startedAt !== b.record.startedAt) return a.record.startedAt < b.record.startedAt ? 1 : -1;
  return a.record.runId < b.record.runId ? 1 : -1;
}
