import type { Child } from '../child/start-child.ts';

/** What a run that was started here can still be told. */
export interface LiveRuns {
  add(runId: string, child: Child): void;
  has(runId: string): boolean;
  /** Asks the run to stop; false when it was not started here, or has ended. */
  cancel(runId: string): boolean;
  all(): readonly string[];
}

/** A commit that has begun is carried to its end, which may take a moment on a large table. */
const graceMs = 20_000;

/** `onChange` is told how many runs there are, each time that there are more or fewer. */
export function createLiveRuns(onChange: (count: number) => void): LiveRuns {
  const children = new Map<string, Child>();
  return {
    add(runId, child) {
      children.set(runId, child);
      onChange(children.size);
      void child.ended.then(() => {
        children.delete(runId);
        onChange(children.size);
      });
    },
    has: (runId) => children.has(runId),
    cancel(runId) {
      const child = children.get(runId);
      child?.cancel(graceMs);
      return child !== undefined;
    },
    all: () => [...children.keys()],
  };
}
