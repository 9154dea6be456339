import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { suite } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { storedRuns } from '../support/workspace.ts';
import type { Outcome } from './running-tests.ts';

/** The second half of a reload: the window is back. */
export const run = suite([
  [
    'finds the run of before the reload, ended in order',
    async () => {
      await waitFor('activation', () => extensions.getExtension('pistevo.pistevo')?.isActive);
      const [left] = storedRuns('events');
      assert.ok(left, 'the run of before is there');
      const ended = await waitFor(
        'its end',
        () => storedRuns('events').find(({ status }) => status !== 'running'),
        30_000,
      );
      assert.equal(ended.runId, left.runId);
      const told = await waitFor('its report', () =>
        commands.executeCommand('pistevo.run.openReport', { runId: left.runId }),
      );
      assert.equal((told as { report: { status: string } }).report.status, ended.status);
      assert.equal(ended.status, 'cancelled');
    },
  ],
  [
    'ingests the same delivery after all',
    async () => {
      const outcome = await commands.executeCommand<Outcome>('pistevo.run.ingest', 'events');
      assert.equal(outcome.code, 0, outcome.notes);
      const counts = storedRuns('events').at(-1)?.counts;
      assert.equal(counts?.['inserted'], 1_500_000);
    },
  ],
]);
