import type { Memento } from 'vscode';
import type { RunRequest } from './run-request.ts';

/** A run that was started here and whose end nobody has told yet. */
export interface LeftRun {
  readonly runId: string;
  readonly request: RunRequest;
}

const name = 'pistevo.leftRuns';
const mostLeft = 50;

/**
 * Runs that go on, kept across a reload: with the window goes the control stream, and a local run is then cancelled by the
 * command line. Whoever comes back is told, and can run it again.
 */
export interface LeftRuns {
  all(): readonly LeftRun[];
  add(run: LeftRun): Promise<void>;
  remove(runIds: readonly string[]): Promise<void>;
}

export function openLeftRuns(memento: Memento): LeftRuns {
  const all = () => memento.get<readonly LeftRun[]>(name, []);
  return {
    all,
    add: async (run) => memento.update(name, [...all(), run].slice(-mostLeft)),
    remove: async (runIds) =>
      memento.update(
        name,
        all().filter(({ runId }) => !runIds.includes(runId)),
      ),
  };
}
