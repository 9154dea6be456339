import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { suite } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { config, findings, openFile, replace, storedRuns, untilFound } from '../support/workspace.ts';
import type { Outcome } from './running-tests.ts';

/** The universal package: everything but running. */
export const run = suite([
  [
    'checks a project',
    async () => {
      const document = await openFile(config);
      await replace(document, 'merge_key: order_id', 'merge_key: ordr_id');
      await untilFound(config, 'unknown-column');
      await commands.executeCommand('workbench.action.files.revert');
      await waitFor('the end of the finding', () =>
        findings(config, 'pistevo').every(({ message }) => !message.includes('ordr_id')),
      );
    },
  ],
  [
    'says that it has no engine when something is to be run',
    async () => {
      const outcome = await commands.executeCommand<Outcome>('pistevo.run.ingest', 'customers');
      assert.equal(outcome.code, 4);
      const [run] = storedRuns('customers');
      assert.match(run?.reason ?? '', /has no engine inside/);
    },
  ],
]);
