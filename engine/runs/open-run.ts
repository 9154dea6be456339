import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { NewEvent, RunCounts, RunEvent, RunStatus } from '../../core/contracts/event.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import { openLineFile } from './append-lines.ts';
import { ownIdentity } from './process-identity.ts';
import { newRunId } from './run-id.ts';
import { openLogs } from './run-logs.ts';
import { runPaths, runsFolder } from './run-paths.ts';
import type { RunRecord } from './run-record.ts';
import { createThrottle } from './throttle.ts';
import { writeAtomically } from './write-atomically.ts';

export interface OpenRunOptions {
  /** The project's root, absolute. */
  readonly root: string;
  readonly plan: Plan;
  readonly engine: string;
  readonly isDryRun: boolean;
  readonly originLines: Readonly<Record<string, number | null>>;
  /** Called with each stamped event, in order: the live copy on stdout, the progress display. */
  readonly onEvent: (event: RunEvent) => void;
  readonly now: () => Date;
}

export interface RunEnd {
  readonly status: RunStatus;
  readonly exitCode: number;
  readonly counts: RunCounts;
  readonly reason?: string;
  readonly code?: string;
  /** Where everything is: `target`, `staging`, `quarantine`, `archive`. */
  readonly places: Readonly<Record<string, string>>;
}

/** A run that is going on. Nothing here throws after it is open: a full disk must not turn a commit into a failure. */
export interface OpenRun {
  readonly runId: string;
  readonly folder: string;
  readonly startedAt: string;
  /** Stamps and appends an event; progress beyond ten a second per stage is dropped, before it gets a number. */
  emit(event: NewEvent): void;
  /** Appends whole lines to the log of a stream. */
  log(stream: string, text: string): void;
  /** Writes `run-ended` and the final record. What could not be written comes back, for the caller to tell. */
  end(end: RunEnd): { readonly problem: Error | null };
}

/** Creates the run's folder with its record and first event, `run-started`. Throws when the folder cannot be written. */
export function openRun(options: OpenRunOptions): OpenRun {
  const { plan, now } = options;
  const startedAt = now();
  const runId = createFolder(options.root, plan.dataset, startedAt);
  const paths = runPaths(options.root, runId);
  const running: RunRecord = {
    v: 1,
    runId,
    dataset: plan.dataset,
    engine: options.engine,
    environment: plan.environment,
    planFingerprint: plan.fingerprint,
    isDryRun: options.isDryRun,
    status: 'running',
    exitCode: null,
    startedAt: startedAt.toISOString(),
    endedAt: null,
    process: ownIdentity(),
    counts: null,
    originLines: options.originLines,
    places: { run: `.pistevo/runs/${runId}/` },
  };
  writeFileSync(paths.plan, `${JSON.stringify(plan)}\n`);
  writeAtomically(paths.record, `${JSON.stringify(running, null, 2)}\n`);

  const events = openLineFile(paths.events);
  const mayProgress = createThrottle(100, () => performance.now());
  let seq = 0;
  const emit = (event: NewEvent) => {
    if (event.kind === 'stage-progress' && !mayProgress(event.stage)) return;
    seq += 1;
    const stamped = { v: 1, runId, seq, at: now().toISOString(), ...event } as RunEvent;
    events.append(JSON.stringify(stamped));
    options.onEvent(stamped);
  };
  const logs = openLogs(paths.logs, emit, () => performance.now());

  emit({
    kind: 'run-started',
    dataset: plan.dataset,
    engine: options.engine,
    environment: plan.environment,
    planFingerprint: plan.fingerprint,
    isDryRun: options.isDryRun,
  });
  return {
    runId,
    folder: paths.folder,
    startedAt: running.startedAt,
    emit,
    log: logs.log,
    end({ places, ...end }) {
      logs.close();
      emit({ kind: 'run-ended', ...end });
      events.close();
      const ended: RunRecord = {
        ...running,
        ...end,
        endedAt: now().toISOString(),
        places: { ...places, ...running.places },
      };
      return { problem: writeFinalRecord(paths.record, ended) ?? events.problem() };
    },
  };
}

/** The events still tell the end when the record cannot: `sweepRuns` reads it from there. */
function writeFinalRecord(file: string, record: RunRecord): Error | null {
  try {
    writeAtomically(file, `${JSON.stringify(record, null, 2)}\n`);
    return null;
  } catch (error) {
    return error as Error;
  }
}

/** Two runs of a dataset in one second differ in four random digits; a folder that exists belongs to another run. */
function createFolder(root: string, dataset: string, now: Date): string {
  mkdirSync(runsFolder(root), { recursive: true });
  keepOutOfGit(root);
  for (let attempt = 0; ; attempt += 1) {
    const runId = newRunId(dataset, now);
    try {
      mkdirSync(runPaths(root, runId).folder);
      return runId;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 20) throw error;
    }
  }
}

/** Run folders are of one machine: a project's repository does not want them. */
function keepOutOfGit(root: string): void {
  try {
    writeFileSync(join(root, '.pistevo', '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
