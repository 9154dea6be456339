import { existsSync, statSync } from 'node:fs';
import type { RunEnded, RunEvent } from '../../core/contracts/event.ts';
import { listRuns } from './list-runs.ts';
import { isProcessAlive } from './process-identity.ts';
import { readEvents } from './read-run.ts';
import { runPaths } from './run-paths.ts';
import type { RunRecord } from './run-record.ts';
import { writeAtomically } from './write-atomically.ts';

/** Silence after which a run of a process that cannot be asked is taken for dead: every stage of a live one speaks sooner. */
const silenceMs = 24 * 3600 * 1000;

/**
 * Ends the records of runs whose process is gone: as their events say when these reached the end, otherwise as `failed`
 * with code `interrupted`. Returns the records that were changed. Throws when a record cannot be written.
 */
export async function sweepRuns(root: string, now: Date): Promise<readonly RunRecord[]> {
  const swept: RunRecord[] = [];
  for (const record of listRuns(root)) {
    if (record.status !== 'running' || !(await isDead(root, record, now))) continue;
    const ended = endOf(record, readEvents(root, record.runId));
    writeAtomically(runPaths(root, record.runId).record, `${JSON.stringify(ended, null, 2)}\n`);
    swept.push(ended);
  }
  return swept;
}

async function isDead(root: string, record: RunRecord, now: Date): Promise<boolean> {
  const alive = await isProcessAlive(record.process);
  if (alive !== 'unknown') return !alive;
  const { events, record: file } = runPaths(root, record.runId);
  return now.getTime() - statSync(existsSync(events) ? events : file).mtimeMs > silenceMs;
}

function endOf(record: RunRecord, events: readonly RunEvent[]): RunRecord {
  const last = events.at(-1);
  const end = events.find((event): event is RunEnded => event.kind === 'run-ended');
  if (end !== undefined) {
    const { status, exitCode, counts, at } = end;
    const why = {
      ...(end.reason !== undefined && { reason: end.reason }),
      ...(end.code !== undefined && { code: end.code }),
    };
    return { ...record, status, exitCode, counts, endedAt: at, ...why };
  }
  const committed = events.find((event) => event.kind === 'committed');
  return {
    ...record,
    status: 'failed',
    exitCode: 4,
    endedAt: last?.at ?? record.startedAt,
    counts: committed?.counts ?? null,
    code: 'interrupted',
    reason:
      committed === undefined
        ? `The process ended before the commit, and the target is what it was; run \`pistevo run ${record.dataset}\` again.`
        : `The process ended after the commit, so the delivery is in the target; \`pistevo run ${record.dataset}\` finishes archiving it.`,
  };
}
