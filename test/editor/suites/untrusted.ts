import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commands, extensions, workspace } from 'vscode';
import { suite } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { config, folder, openFile, replace, storedRuns, untilFound, uriOf } from '../support/workspace.ts';

/** A folder that is not trusted: it is checked, and nothing is run. */
export const run = suite([
  [
    'is checked as it is typed',
    async () => {
      assert.equal(workspace.isTrusted, false);
      const document = await openFile(config);
      await waitFor('activation', () => extensions.getExtension('pistevo.pistevo')?.isActive);
      await replace(document, 'merge_key: order_id', 'merge_key: ordr_id');
      await untilFound(config, 'unknown-column');
      await commands.executeCommand('workbench.action.files.revert');
    },
  ],
  [
    'runs nothing, by whatever command',
    async () => {
      for (const command of ['ingest', 'dryRun', 'repeat', 'reprocess', 'rollback']) {
        await Promise.race([
          Promise.resolve(commands.executeCommand(`pistevo.run.${command}`, { dataset: 'customers' })).catch(
            () => undefined,
          ),
          new Promise((resolve) => setTimeout(resolve, 1500)),
        ]);
      }
      const given: Readonly<Record<string, unknown>> = {
        'data.preview': 'customers',
        'data.previewQuarantine': 'customers',
        'project.inferSchema': uriOf('source/customers/customers.csv'),
        'project.doctor': {},
        'run.ingestAll': {},
      };
      for (const [command, argument] of Object.entries(given)) {
        const refused = Promise.resolve(commands.executeCommand(`pistevo.${command}`, argument)).then(
          (answer) => answer ?? null,
          (error: unknown) => String(error),
        );
        const answer = await refused;
        assert.ok(answer === null || /not trusted/.test(String(answer)), `${command}: ${String(answer)}`);
      }
      assert.deepEqual(storedRuns(), []);
      assert.ok(!existsSync(join(folder(), '.pistevo')), 'nothing was written');
    },
  ],
]);
