import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  extensions,
  type Hover,
  type Location,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { serverProcesses } from '../support/server-processes.ts';
import { NotRun, type Test } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  codeOf,
  config,
  findings,
  openFile,
  positionOf,
  replace,
  schema,
  untilFound,
  uriOf,
} from '../support/workspace.ts';

/** The two files as a language, asked of the editor as it asks for its own widgets. */
export const languageTests: readonly Test[] = [
  [
    'wakes up by itself in a folder with a project',
    async () => {
      const extension = extensions.getExtension('pistevo.pistevo');
      assert.ok(extension, 'the extension is installed');
      await waitFor('activation', () => extension.isActive);
    },
  ],
  [
    'underlines a key that no table has while it is typed, and no more once it is mended',
    async () => {
      const document = await openFile(config);
      await replace(document, 'merge_key: order_id', 'merge_key: ordr_id');
      const found = await untilFound(config, 'unknown-column');
      assert.equal(document.getText(found.range), 'ordr_id');
      assert.match(found.message, /order_id/);
      await replace(document, 'merge_key: ordr_id', 'merge_key: order_id');
      await waitFor('the end of the finding', () =>
        findings(config, 'pistevo').every((one) => codeOf(one) !== 'unknown-column'),
      );
    },
  ],
  [
    'mends a near name by a quick fix',
    async () => {
      const document = await openFile(config);
      await replace(document, 'merge_key: order_id', 'merge_key: ordr_id');
      const { range } = await untilFound(config, 'unknown-column');
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      const fix = actions.find(({ edit }) => edit !== undefined);
      assert.ok(fix?.edit, `a fix with an edit is among ${actions.map(({ title }) => title).join(', ')}`);
      assert.ok(await workspace.applyEdit(fix.edit));
      assert.ok(document.getText().includes('merge_key: order_id'));
      await commands.executeCommand('workbench.action.files.revert');
    },
  ],
  [
    'underlines a mistake in a script of SQL while it is typed, and mends it by a quick fix',
    async () => {
      const script = 'sql_scripts/typed.sql';
      await workspace.fs.writeFile(uriOf(script), Buffer.from('SELECT 1;\nSELECT a FROM billing.orders;\n'));
      const document = await openFile(script);
      await replace(document, 'FROM', 'FORM');
      const found = await untilFound(script, 'sql-keyword-typo');
      assert.equal(document.getText(found.range), 'FORM');
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        found.range,
      );
      const fix = actions.find(({ edit }) => edit !== undefined);
      assert.ok(fix?.edit, `a fix with an edit is among ${actions.map(({ title }) => title).join(', ')}`);
      assert.ok(await workspace.applyEdit(fix.edit));
      await waitFor('the end of the finding', () => findings(script, 'pistevo').length === 0);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await workspace.fs.delete(uriOf(script));
    },
  ],
  [
    'completes the columns of the dataset',
    async () => {
      const document = await openFile(config);
      const position = positionOf(document, 'merge_key: order_id', 'merge_key: '.length);
      const list = await waitFor('completions', async () => {
        const answer = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
        );
        return answer.items.some(({ label }) => nameOf(label) === 'order_id') ? answer : null;
      });
      const labels = list.items.map(({ label }) => nameOf(label));
      assert.ok(labels.includes('amount'));
      assert.ok(!labels.includes('refund_id'), 'columns of other datasets are not offered');
    },
  ],
  [
    'offers the values of a key as soon as the key is chosen',
    async () => {
      const document = await openFile(schema);
      await replace(document, 'type: double\n', 'type: double\n        \n');
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        positionOf(document, 'type: double\n        \n', 'type: double\n        '.length),
      );
      await commands.executeCommand('workbench.action.files.revert');
      const asking = list.items.filter(({ command }) => command?.command === 'editor.action.triggerSuggest');
      assert.ok(asking.length > 0, `one of ${list.items.length} keys asks again`);
    },
  ],
  [
    'tells what a key means when the pointer rests on it',
    async () => {
      const document = await openFile(config);
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, 'cdc_key', 1),
      );
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((part) => (typeof part === 'string' ? part : part.value));
      assert.match(text.join('\n'), /cdc_key|latest|greatest/);
    },
  ],
  [
    'goes from a merge key to the column in the other file',
    async () => {
      const document = await openFile(config);
      const position = positionOf(document, 'merge_key: refund_id', 'merge_key: '.length + 1);
      const places = await commands.executeCommand<Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      );
      assert.deepEqual(
        places.map(({ uri }) => uri.fsPath),
        [uriOf(schema).fsPath],
      );
    },
  ],
  [
    'renames a column in both files at once',
    async () => {
      const document = await openFile(schema);
      const position = positionOf(document, 'refund_id', 2);
      const edit = await commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        position,
        'refund_no',
      );
      const files = edit.entries().map(([uri]) => uri.fsPath);
      assert.deepEqual([...files].sort(), [uriOf(config).fsPath, uriOf(schema).fsPath]);
      assert.ok(await workspace.applyEdit(edit));
      const other = await workspace.openTextDocument(uriOf(config));
      assert.ok(other.getText().includes('merge_key: refund_no'));
      // Files that are delivered with the old header are still read.
      assert.match(document.getText(), /refund_no:.*rename_from: refund_id/);
      for (const one of [document, other]) {
        await window.showTextDocument(one);
        await commands.executeCommand('workbench.action.files.revert');
      }
      assert.ok(document.getText().includes('refund_id'));
    },
  ],
  [
    'shows lenses above a dataset in both files',
    async () => {
      for (const file of [config, schema]) {
        const document = await openFile(file);
        const lenses = await commands.executeCommand<CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          20,
        );
        const titles = lenses
          .filter(({ range }) => document.lineAt(range.start.line).text.includes('customers:'))
          .map(({ command }) => command?.title ?? '');
        assert.deepEqual(
          ['Ingest', 'Dry run', 'Preview'].map((title) => titles.some((one) => one.includes(title))),
          [true, true, true],
          `${file}: ${titles.join(', ')}`,
        );
      }
    },
  ],
  [
    'starts the language server again when it was killed',
    async () => {
      if (process.platform === 'win32') throw new NotRun('processes are found by `ps`');
      const before = serverProcesses();
      assert.equal(before.length, 1);
      process.kill(before[0] ?? 0, 'SIGKILL');
      const document = await openFile(config);
      await waitFor('another server', () => serverProcesses().some((pid) => pid !== before[0]));
      await replace(document, 'merge_key: order_id', 'merge_key: ordr_id');
      await untilFound(config, 'unknown-column');
      await commands.executeCommand('workbench.action.files.revert');
      await waitFor('the end of the finding', () =>
        findings(config, 'pistevo').every((one) => codeOf(one) !== 'unknown-column'),
      );
    },
  ],
  [
    'leaves other people’s YAML alone',
    async () => {
      const document = await workspace.openTextDocument({
        language: 'yaml',
        content: 'sources:\n  claim:\n    merge_key: x\n',
      });
      const lenses = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        5,
      );
      assert.deepEqual(
        lenses.filter(({ command }) => command?.command.startsWith('pistevo')),
        [],
      );
    },
  ],
];

function nameOf(label: string | { readonly label: string }): string {
  return typeof label === 'string' ? label : label.label;
}
