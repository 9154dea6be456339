import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeLens, commands, extensions, Uri, window } from 'vscode';
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
  [
    'infers a dataset from a file, goes to it, and ingests it once it is delivered',
    async () => {
      const file = join(folder(), 'visits.csv');
      const lines = [
        'visit_id,email,visited_on',
        'V1,ada@example.org,2026-01-05',
        'V2,grace@example.org,2026-01-06',
      ];
      writeFileSync(file, `${lines.join('\n')}\n`);
      assert.equal(await commands.executeCommand('pistevo.project.inferSchema', Uri.file(file)), true);
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.lineAt(editor.selection.active.line).text, '  visits:');
      const source = join(folder(), 'source/visits');
      mkdirSync(source, { recursive: true });
      renameSync(file, join(source, 'visits.csv'));
      const outcome = await commands.executeCommand<Outcome>('pistevo.run.ingest', 'visits');
      assert.equal(outcome.code, 0, outcome.notes);
      const told = await commands.executeCommand<{ rows: readonly (readonly (string | null)[])[] }>(
        'pistevo.data.preview',
        'visits',
      );
      assert.deepEqual(told.rows, [
        ['V1', null, '2026-01-05'],
        ['V2', null, '2026-01-06'],
      ]);
    },
  ],
]);
