import type { Host } from './host.ts';
import type { LiveProject } from './workspace.ts';

/** Work on changed projects, done when everything that has arrived is recorded: no delay, and no work twice. */
export interface AnalysisQueue {
  add(live: LiveProject): void;
  remove(live: LiveProject): void;
  /** Does what is due for a project now, for a question that needs the answer. */
  flush(live: LiveProject): void;
}

export function createAnalysisQueue(host: Host, work: (live: LiveProject) => void): AnalysisQueue {
  const due = new Set<LiveProject>();
  let isScheduled = false;
  let arrivals = 0;
  let seen = 0;

  function drain(): void {
    if (arrivals !== seen) {
      seen = arrivals;
      host.soon(drain);
      return;
    }
    isScheduled = false;
    for (const live of [...due]) flush(live);
  }

  function flush(live: LiveProject): void {
    if (due.delete(live)) work(live);
  }

  return {
    add(live) {
      due.add(live);
      arrivals += 1;
      if (isScheduled) return;
      isScheduled = true;
      seen = arrivals;
      host.soon(drain);
    },
    remove: (live) => {
      due.delete(live);
    },
    flush,
  };
}
