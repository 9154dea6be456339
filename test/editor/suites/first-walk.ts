import assert from 'node:assert/strict';
import { type CodeLens, commands, extensions } from 'vscode';
import { suite } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { config, findings, folder, openFile, schema, storedRuns } from '../support/workspace.ts';
import type { Outcome } from './running-tests.ts';

/** From an empty folder to ingested datasets, by what the walkthrough's buttons do. */
export const run = suite([
  [
    'sleeps in a folder without a project',
    async () => {
      const extension = extensions.getExtension('pistevo.pistevo');
      assert.ok(extension, 'the extension is installed');
      assert.equal(extension.isActive, false);
    },
  ],
  [
    'begins with the example, which is sound',
    async () => {
      assert.equal(await commands.executeCommand('pistevo.project.create', folder()), true);
      const document = await openFile(schema);
      await waitFor('lenses', async () => {
        const lenses = await commands.executeCommand<CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          20,
        );
        return lenses.some(({ command }) => command?.title.includes('Ingest'));
      });
      const errors = [config, schema]
        .flatMap((file) => findings(file, 'pistevo'))
        .filter(({ severity }) => severity === 0);
      assert.deepEqual(
        errors.map(({ message }) => message),
        [],
      );
    },
  ],
  [
    'ingests every dataset of it, and shows the report of one',
    async () => {
      const outcome = await commands.executeCommand<Outcome>('pistevo.run.ingestAll');
      assert.equal(outcome.code, 0, outcome.notes);
      const runs = storedRuns();
      assert.ok(runs.length > 0);
      assert.deepEqual([...new Set(runs.map(({ status }) => status))], ['succeeded']);
      const told = await commands.executeCommand<{ report: { counts: { records: number } } }>(
        'pistevo.run.openReport',
        {
          runId: runs.at(-1)?.runId,
        },
      );
      assert.ok(told.report.counts.records > 0);
    },
  ],
]);
