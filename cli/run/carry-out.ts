import { noCounts } from '../../core/contracts/no-counts.ts';
import type { RunRequest } from '../../engine/local/run-request.ts';
import type { RunOutcome } from '../../engine/runs/run-outcome.ts';

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
