import { commands, Uri, window, workspace } from 'vscode';
import type { Command } from '../command.ts';
import { refusalText } from '../running/run-outcome.ts';
import { plainText } from '../text/plain-text.ts';
import { pick } from './pick.ts';

/**
 * Begins a project in a folder, with or without the example, and opens it where it is not open yet. `given`: the folder's path, for
 * programs, which get the example. Returns whether it was written.
 */
export const projectCreate: Command = {
  id: 'pistevo.project.create',
  async run({ commandLine }, given) {
    const isProgram = typeof given === 'string';
    const kind = isProgram ? { value: ['--example'] } : await pick('What does it begin with?', kinds);
    if (kind === undefined) return false;
    const folder = isProgram ? Uri.file(given) : await pickFolder();
    if (folder === undefined) return false;
    await workspace.fs.createDirectory(folder);
    const answer = await commandLine.ask(['init', ...kind.value, '--', '.'], folder.fsPath);
    if (answer.code !== 0) {
      void window.showErrorMessage(plainText(refusalText(answer.notes)));
      return false;
    }
    const isOpen = workspace.getWorkspaceFolder(folder) !== undefined;
    const files = ['conf/config.yaml', 'schema/tables_schema.yaml'].map((file) => Uri.joinPath(folder, file));
    if (isOpen) for (const file of files) await window.showTextDocument(file, { preview: false });
    else if (!isProgram) await commands.executeCommand('vscode.openFolder', folder);
    return true;
  },
};

const kinds = [
  {
    label: 'The example',
    description: 'three small datasets with deliveries to try',
    value: ['--example'],
  },
  { label: 'Nothing', description: 'the two files, with what goes where in comments', value: [] },
];

/** The open folder itself where there is one, or any other. */
async function pickFolder(): Promise<Uri | undefined> {
  const open = (workspace.workspaceFolders ?? []).map(({ uri, name }) => ({
    label: plainText(name),
    description: 'the open folder',
    value: uri as Uri | null,
  }));
  const other = { label: 'Another folder…', description: '', value: null };
  const choice = open.length === 0 ? other : await pick('Where does it go?', [...open, other]);
  if (choice === undefined) return undefined;
  if (choice.value !== null) return choice.value;
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    openLabel: 'Begin Project Here',
    title: 'An empty folder for the project',
  });
  return chosen?.[0];
}
