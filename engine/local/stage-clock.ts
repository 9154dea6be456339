import { performance } from 'node:perf_hooks';
import type { NewEvent, Stage } from '../../core/contracts/event.ts';

/** Tells when stages begin and end; one at a time. */
export interface StageClock {
  start(stage: Stage): void;
  /** Rows that the stage dealt with. Nothing happens when no stage is open. */
  end(rows: number): void;
  /** Stage that is open, for the words of a failure. */
  current(): Stage | null;
}

export function createStageClock(emit: (event: NewEvent) => void): StageClock {
  let open: { readonly stage: Stage; readonly since: number } | null = null;
  return {
    start: (stage) => {
      open = { stage, since: performance.now() };
      emit({ kind: 'stage-started', stage });
    },
    end: (rows) => {
      if (open === null) return;
      emit({
        kind: 'stage-ended',
        stage: open.stage,
        rows,
        elapsedMs: Math.round(performance.now() - open.since),
      });
      open = null;
    },
    current: () => open?.stage ?? null,
  };
}
