import { type Disposable, type Event, EventEmitter, RelativePattern, Uri, workspace } from 'vscode';
import type { Run } from './run.ts';
import { runKey } from './run.ts';
import { createRunStore, type RunStore } from './run-store.ts';

/** The run store, kept up to date while the editor is open. */
export interface RunService extends Disposable {
  readonly store: RunStore;
  readonly onDidChange: Event<void>;
  /** A run that was seen running has ended. */
  readonly onDidEnd: Event<Run>;
  /** Looks now, instead of when the watcher speaks. */
  refresh(): Promise<void>;
  /** Follows the runs of these folders from now on. */
  follow(folders: readonly string[]): Promise<void>;
}

/** Watchers are slow or silent on some file systems; while a run is live its folder is looked at this often. */
const livePauseMs = 300;
/** And this often for runs that begin elsewhere: a list of names for each project. */
const idlePauseMs = 3000;

export function createRunService(onProblem: (error: unknown) => void): RunService {
  const changed = new EventEmitter<void>();
  const ended = new EventEmitter<Run>();
  const live = new Set<string>();
  let folders: readonly string[] = [];
  let watchers: readonly Disposable[] = [];
  let timer: NodeJS.Timeout | null = null;
  let isDisposed = false;

  const store = createRunStore({
    onChange() {
      for (const run of store.all()) {
        const key = runKey(run);
        if (run.record.status === 'running') live.add(key);
        else if (live.delete(key)) ended.fire(run);
      }
      changed.fire();
    },
  });
  const refresh = async () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    try {
      await store.refresh(folders);
    } finally {
      // A folder that cannot be read now may be readable later.
      if (timer === null && !isDisposed && folders.length > 0)
        timer = setTimeout(() => void refresh().catch(onProblem), live.size > 0 ? livePauseMs : idlePauseMs);
    }
  };
  const look = () => void refresh().catch(onProblem);
  const unwatch = () => {
    for (const watcher of watchers) watcher.dispose();
    watchers = [];
  };
  return {
    store,
    onDidChange: changed.event,
    onDidEnd: ended.event,
    refresh,
    async follow(wanted) {
      if (wanted.join('\n') !== folders.join('\n')) {
        unwatch();
        folders = wanted;
        watchers = folders.flatMap((folder) => {
          const pattern = new RelativePattern(Uri.file(folder), '.pistevo/runs/*/run.json');
          const watcher = workspace.createFileSystemWatcher(pattern);
          return [watcher, watcher.onDidCreate(look), watcher.onDidChange(look), watcher.onDidDelete(look)];
        });
      }
      await refresh();
    },
    dispose() {
      isDisposed = true;
      if (timer !== null) clearTimeout(timer);
      unwatch();
      changed.dispose();
      ended.dispose();
    },
  };
}
