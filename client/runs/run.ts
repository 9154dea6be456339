import type { RunProgress } from './run-progress.ts';
import type { RunRecord } from './run-record.ts';

/** A run of a project, as its folder tells it. */
export interface Run {
  /** The project's root, absolute. */
  readonly root: string;
  readonly record: RunRecord;
  /** null until somebody asked for it, for a run that has ended. */
  readonly progress: RunProgress | null;
}

/** Names a run among those of several projects. */
export function runKey(run: { readonly root: string; readonly record: { readonly runId: string } }): string {
  return `${run.root}\n${run.record.runId}`;
}
