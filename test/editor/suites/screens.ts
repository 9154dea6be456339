import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
import {
  config,
  findings,
  folder,
  openFile,
  positionOf,
  replace,
  schema,
  storedRuns,
} from '../support/workspace.ts';
import type { Outcome } from './running-tests.ts';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
} as const;
type Theme = keyof typeof themes;

/** Lays out one surface after the other; whoever takes the pictures says when it has one. */
export const run = suite([
  ['problems', problems],
  ['hover', hover],
  ['completion', completion],
  ['runs', ingest],
  ['report', report],
  ['preview', preview],
  ['walkthrough', walkthrough],
  ['running', running],
]);

async function problems(): Promise<void> {
  await waitFor('activation', () => extensions.getExtension('pistevo.pistevo')?.isActive);
  const document = await openFile(config);
  await replace(document, 'merge_key: claim_id', 'merge_key: clam_id');
  await waitFor('the finding', () => findings(config, 'pistevo').length > 1);
  await commands.executeCommand('pistevo.datasets.focus');
  reveal(positionOf(document, 'clam_id', 3));
  await commands.executeCommand('workbench.actions.view.problems');
  await picture('problems', showHover);
  await commands.executeCommand('workbench.action.closePanel');
  await undo(document);
}

async function hover(): Promise<void> {
  const document = await openFile(config);
  reveal(positionOf(document, 's3a://${bucket}/source/claim/', 12));
  await picture('hover', showHover);
}

async function showHover(): Promise<void> {
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await commands.executeCommand('editor.action.showHover');
}

async function completion(): Promise<void> {
  const document = await openFile(schema);
  await replace(document, '      total_cost:\n', '      total_cost:\n        \n');
  const line = positionOf(document, 'total_cost:\n').line + 1;
  reveal(document.lineAt(line).range.end);
  await picture('completion', async () => {
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await commands.executeCommand('hideSuggestWidget');
    await commands.executeCommand('editor.action.triggerSuggest');
  });
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
  await waitFor('the runs', () => storedRuns().length >= 6);
  await commands.executeCommand('workbench.action.closeAllEditors');
  const document = await openFile(schema);
  reveal(positionOf(document, 'total_cost:'));
  await commands.executeCommand('pistevo.runs.focus');
  await commands.executeCommand('workbench.actions.view.problems');
  await picture('runs');
  await commands.executeCommand('workbench.action.closePanel');
}

async function report(): Promise<void> {
  const claim = storedRuns('claim').at(-1);
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('pistevo.run.openReport', { runId: claim?.runId });
  await picture('report-page', undefined, ['light', 'dark', 'contrast']);
}

async function preview(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('pistevo.data.preview', 'patients');
  await picture('preview');
}

async function walkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('pistevo.help.walkthrough');
  // With the side bar there is no room for what stands beside the steps.
  await commands.executeCommand('workbench.action.closeSidebar');
  await picture('walkthrough');
}

async function running(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await openFile(schema);
  deliverMuch();
  const outcome = commands.executeCommand<Outcome>('pistevo.run.ingest', { dataset: 'claim' });
  await waitFor('the run', () => storedRuns('claim').some(({ status }) => status === 'running'));
  await commands.executeCommand('pistevo.runs.focus');
  await picture('running', async () => {
    await pause(700);
    await commands.executeCommand('notifications.showList');
  });
  await commands.executeCommand('pistevo.run.cancel');
  await outcome;
}

/** The last delivery of claims, over and over: a run that goes on long enough to be looked at. */
function deliverMuch(): void {
  const [head, ...lines] = readFileSync(join(folder(), '../claims.csv'), 'utf8').trimEnd().split('\n');
  const file = openSync(join(folder(), 'source/claim/claim-2026-12.csv'), 'w');
  writeSync(file, `${head}\n`);
  const block = lines.map((line) => `${line}\n`).join('');
  for (let at = 0; at < 4000; at += 1) writeSync(file, block);
  closeSync(file);
}

async function undo(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
}

function reveal(place: Selection['active']): void {
  const editor = window.activeTextEditor;
  if (editor === undefined) throw new Error('no file is open');
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
}

/** Asks for a picture in each theme, and waits for them. `before`: what a change of theme has closed. */
async function picture(
  name: string,
  before: () => Promise<void> = () => Promise.resolve(),
  wanted: readonly Theme[] = ['light', 'dark'],
): Promise<void> {
  const pictures = process.env['PISTEVO_PICTURES'];
  if (pictures === undefined) throw new Error('PISTEVO_PICTURES must name the folder for the pictures');
  for (const theme of wanted) {
    const settings = workspace.getConfiguration('workbench');
    await settings.update('colorTheme', themes[theme], ConfigurationTarget.Global);
    if (name !== 'running') await commands.executeCommand('notifications.clearAll');
    await before();
    writeFileSync(join(pictures, `${name}-${theme}.asked`), '');
    await waitFor(`${name}-${theme}`, () => existsSync(join(pictures, `${name}-${theme}.png`)), 30_000);
  }
}
