import assert from 'node:assert/strict';
import { commands, Position, TabInputWebview, WorkspaceEdit, window, workspace } from 'vscode';
import { hostileFile } from '../support/lay-project.ts';
import type { Test } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { openFile, positionOf, replace, schema, storedRuns, uriOf } from '../support/workspace.ts';

interface ToldReport {
  readonly report: {
    readonly dataset: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly files: readonly { readonly file: string }[];
  };
  readonly history: readonly unknown[];
  readonly origins: Readonly<Record<string, { readonly file: string; readonly line: number } | null>>;
}

interface ToldRows {
  readonly columns: readonly string[];
  readonly masked: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What is looked at after a run. */
export const lookingTests: readonly Test[] = [
  [
    'previews rows, with masked columns told apart',
    async () => {
      const told = await commands.executeCommand<ToldRows>('pistevo.data.preview', 'customers');
      assert.deepEqual(told.columns, ['customer_id', 'name', 'changed_on']);
      assert.deepEqual(told.masked, ['name']);
      assert.deepEqual(
        told.rows.map(([id, name]) => [id, name]),
        [
          ['C1', null],
          ['C2', null],
          ['C3', null],
        ],
      );
      await waitFor('its tab', () => hasTab('pistevo.preview'));
    },
  ],
  [
    'previews what is in quarantine',
    async () => {
      const told = await commands.executeCommand<ToldRows>('pistevo.data.previewQuarantine', 'orders');
      assert.equal(told.rows.length, 3);
    },
  ],
  [
    'opens the report of a run, names as they are',
    async () => {
      const [run] = storedRuns('orders');
      const told = await commands.executeCommand<ToldReport>('pistevo.run.openReport', { runId: run?.runId });
      assert.equal(told.report.dataset, 'orders');
      assert.equal(told.report.counts['quarantined'], 3);
      assert.deepEqual(
        told.report.files.map(({ file }) => file),
        [hostileFile],
      );
      await waitFor('its tab', () => hasTab('pistevo.report'));
    },
  ],
  [
    'leads from its rules to their lines as they are now, saved or not',
    async () => {
      const [run] = storedRuns('orders');
      const placeOf = async (rule: string) =>
        (await commands.executeCommand<ToldReport>('pistevo.run.openReport', { runId: run?.runId })).origins[
          rule
        ];
      const document = await openFile(schema);
      const line = positionOf(document, 'min: 0').line + 1;
      assert.deepEqual(await placeOf('min:amount'), { file: schema, line });
      const edit = new WorkspaceEdit();
      edit.insert(uriOf(schema), new Position(0, 0), '# one line\n# and another\n');
      assert.ok(await workspace.applyEdit(edit));
      await waitFor('its new line', async () => (await placeOf('min:amount'))?.line === line + 2);
      await replace(document, '        min: 0\n', '');
      await waitFor('its end', async () => (await placeOf('min:amount')) === null);
      assert.deepEqual(await placeOf('cast:amount'), { file: schema, line: line + 1 });
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.files.revert');
    },
  ],
];

function hasTab(viewType: string): boolean {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(viewType));
}
