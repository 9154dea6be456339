import type { Finding } from '../core/contracts/finding.ts';
import type { Steps } from '../core/text/drain.ts';
import type { Host } from './host.ts';
import type { Analysis } from './project-session.ts';
import { sliceMs } from './run-steps.ts';
import type { LiveProject } from './workspace.ts';

/**
 * Work on changed projects. It begins when everything that has arrived is recorded: no delay, and no work twice. Long work is
 * done in slices, between which messages are read.
 */
export interface AnalysisQueue {
  add(live: LiveProject): void;
  remove(live: LiveProject): void;
  /** Waits until a project is analysed as it is now. */
  settled(live: LiveProject): Promise<void>;
}

export interface QueueOptions {
  /** The first analysis of a project has come as far as its mistakes of form. */
  begun(live: LiveProject, findings: readonly Finding[]): void;
  /** A project was analysed, and has not changed since. */
  done(live: LiveProject, analysis: Analysis | null): void;
  /** A bug: the project stays as it was told of last. */
  fail(error: unknown): void;
}

export function createAnalysisQueue(host: Host, { begun, done, fail }: QueueOptions): AnalysisQueue {
  const due = new Set<LiveProject>();
  const running = new Map<LiveProject, Steps<Analysis | null>>();
  const waiting = new Map<LiveProject, (() => void)[]>();
  let isScheduled = false;
  let arrivals = 0;
  let seen = 0;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    seen = arrivals;
    host.soon(turn);
  }

  function turn(): void {
    if (arrivals !== seen) {
      seen = arrivals;
      host.soon(turn);
      return;
    }
    isScheduled = false;
    const until = host.now() + sliceMs;
    const all = [...new Set([...running.keys(), ...due])];
    // Whoever looks at a project waits for it; the others can.
    for (const live of all.sort((one, other) => openFiles(other) - openFiles(one))) advance(live, until);
    if (running.size + due.size > 0) schedule();
  }

  function begin(live: LiveProject): Steps<Analysis | null> {
    if (live.session.analysis() !== null) return live.session.analyse();
    return live.session.analyse((findings) => {
      if (!live.session.isDirty()) begun(live, findings);
    });
  }

  /** Work that was begun is finished even when the text has changed meanwhile: the next one builds on what it has learned. */
  function advance(live: LiveProject, until: number): void {
    try {
      do {
        const steps = running.get(live) ?? begin(live);
        due.delete(live);
        const step = steps.next();
        if (step.done !== true) running.set(live, steps);
        else {
          running.delete(live);
          if (due.has(live) || live.session.isDirty()) due.add(live);
          else done(live, step.value);
        }
      } while ((running.has(live) || due.has(live)) && host.now() < until);
    } catch (error) {
      running.delete(live);
      due.delete(live);
      fail(error);
    }
    if (!running.has(live) && !due.has(live)) wake(live);
  }

  function wake(live: LiveProject): void {
    const resolvers = waiting.get(live) ?? [];
    waiting.delete(live);
    for (const resolve of resolvers) resolve();
  }

  return {
    add(live) {
      due.add(live);
      arrivals += 1;
      schedule();
    },
    remove(live) {
      due.delete(live);
      running.delete(live);
      wake(live);
    },
    async settled(live) {
      if (!due.has(live) && !running.has(live)) return;
      if (!running.has(live)) advance(live, host.now() + sliceMs);
      if (!due.has(live) && !running.has(live)) return;
      await new Promise<void>((resolve) => {
        waiting.set(live, [...(waiting.get(live) ?? []), resolve]);
      });
    },
  };
}

function openFiles({ session }: LiveProject): number {
  return session.paths().filter((path) => session.isOpen(path)).length;
}
