import type { RunCounts } from '../../core/contracts/event.ts';
import type { RunOutcome, RunRequest } from '../../engine/local/run-request.ts';

const noCounts: RunCounts = {
  files: 0,
  bytes: 0,
  records: 0,
  malformed: 0,
  accepted: 0,
  quarantined: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  superseded: 0,
  stale: 0,
  deleted: 0,
  retried: 0,
  targetRows: 0,
};

/**
 * Has the local engine run a plan. A bug becomes a failed run, so that its record ends and the other datasets go on; where
 * it was goes to the run's log, without the error's text, which may quote data.
 */
export async function carryOut(
  request: RunRequest,
  log: (stream: string, text: string) => void,
): Promise<RunOutcome> {
  try {
    const { runDataset } = await import('../../engine/local/run-dataset.ts');
    return await runDataset(request);
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    const frames = (error instanceof Error ? (error.stack ?? '') : '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line));
    log('engine', [`${name} (its text is withheld because it may quote the data)`, ...frames].join('\n'));
    return {
      status: 'failed',
      exitCode: 4,
      code: 'bug',
      reason: `This is a bug in Pistevo (${name}), please report it with \`.pistevo/runs/${request.runId}/logs/engine.log\`; the target is what it was before the run, or what its commit made it.`,
      counts: noCounts,
      places: {},
    };
  }
}
