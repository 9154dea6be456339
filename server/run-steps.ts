import type { Steps } from '../core/text/drain.ts';
import type { Host } from './host.ts';

/** Longest time without a look at what has arrived, in milliseconds. */
export const sliceMs = 10;

export interface RunOptions {
  readonly host: Host;
  /** Asked after each pause: what is not wanted any more is not finished. */
  isStale(): boolean;
}

/** Does long work in slices, between which messages are read; null when it became stale on the way. */
export async function runSteps<T>(
  steps: Steps<T>,
  { host, isStale }: RunOptions,
): Promise<{ value: T } | null> {
  for (;;) {
    const until = host.now() + sliceMs;
    do {
      const step = steps.next();
      if (step.done === true) return { value: step.value };
    } while (host.now() < until);
    await new Promise<void>((done) => host.soon(done));
    if (isStale()) return null;
  }
}
