import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  extensions,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode';
import { suite } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { config, findings, openFile, positionOf, replace, schema, storedRuns } from '../support/workspace.ts';
import type { Outcome } from './running-tests.ts';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

/** Lays out one surface after the other; whoever takes the pictures says when it has one. */
export const run = suite([
  ['problems', problems],
  ['completion', completion],
  ['runs', ingest],
  ['report', report],
  ['preview', preview],
  ['walkthrough', walkthrough],
]);

async function problems(): Promise<void> {
  await waitFor('activation', () => extensions.getExtension('pistevo.pistevo')?.isActive);
  const document = await openFile(config);
  await replace(document, 'merge_key: claim_id', 'merge_key: clam_id');
  await waitFor('the finding', () => findings(config, 'pistevo').length > 1);
  const place = positionOf(document, 'clam_id', 3);
  reveal(place, TextEditorRevealType.AtTop);
  await commands.executeCommand('workbench.actions.view.problems');
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await commands.executeCommand('editor.action.showHover');
  await picture('problems');
  await commands.executeCommand('workbench.action.closePanel');
  await undo(document);
}

async function completion(): Promise<void> {
  const document = await openFile(schema);
  await replace(document, '      total_cost:\n', '      total_cost:\n        \n');
  const line = positionOf(document, 'total_cost:\n').line + 1;
  reveal(document.lineAt(line).range.end);
  await commands.executeCommand('editor.action.triggerSuggest');
  await picture('completion');
  await commands.executeCommand('hideSuggestWidget');
  await undo(document);
}

async function ingest(): Promise<void> {
  await waitFor('sound files', () =>
    [config, schema]
      .flatMap((file) => findings(file, 'pistevo'))
      .every(({ severity }) => severity !== DiagnosticSeverity.Error),
  );
  await commands.executeCommand<Outcome>('pistevo.run.ingestAll', { environment: 'local' });
  await waitFor('the runs', () => storedRuns().length >= 3);
  const document = await openFile(schema);
  reveal(positionOf(document, 'total_cost:'));
  await commands.executeCommand('pistevo.runs.focus');
  await commands.executeCommand('list.focusFirst');
  await commands.executeCommand('list.expand');
  await commands.executeCommand('workbench.actions.view.problems');
  await picture('runs');
  await commands.executeCommand('workbench.action.closePanel');
}

async function report(): Promise<void> {
  const claim = storedRuns('claim').at(-1);
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('pistevo.run.openReport', { runId: claim?.runId });
  await picture('report-page');
}

async function preview(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('pistevo.data.preview', 'patients');
  await picture('preview');
}

async function walkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('pistevo.help.walkthrough');
  await picture('walkthrough');
}

async function undo(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
}

function reveal(place: Selection['active'], how = TextEditorRevealType.InCenter): void {
  const editor = window.activeTextEditor;
  if (editor === undefined) throw new Error('no file is open');
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection, how);
}

/** Asks for a picture in each theme, and waits for them. */
async function picture(name: string): Promise<void> {
  const folder = process.env['PISTEVO_PICTURES'];
  if (folder === undefined) throw new Error('PISTEVO_PICTURES must name the folder for the pictures');
  for (const [theme, label] of Object.entries(themes)) {
    const settings = workspace.getConfiguration('workbench');
    await settings.update('colorTheme', label, ConfigurationTarget.Global);
    await commands.executeCommand('notifications.clearAll');
    writeFileSync(join(folder, `${name}-${theme}.asked`), '');
    await waitFor(`${name}-${theme}`, () => existsSync(join(folder, `${name}-${theme}.png`)), 30_000);
  }
}
