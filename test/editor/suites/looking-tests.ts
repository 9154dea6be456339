import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { hostileFile } from '../support/lay-project.ts';
import type { Test } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { storedRuns } from '../support/workspace.ts';

interface ToldReport {
  readonly report: {
    readonly dataset: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly files: readonly { readonly file: string }[];
  };
  readonly history: readonly unknown[];
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
];

function hasTab(viewType: string): boolean {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(viewType));
}
