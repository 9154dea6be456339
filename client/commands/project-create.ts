import { commands, Uri, window, workspace } from 'vscode';
import type { Command } from '../command.ts';
import { refusalText } from '../running/run-outcome.ts';
import { plainText } from '../text/plain-text.ts';
import { openPicker, type Picker } from './pick.ts';

/**
 * Begins a project in a folder, with or without the example, and opens it where it is not open yet. `given`: the folder's path, for
 * programs, which get the example. Returns whether it was written.
 */
export const projectCreate: Command = {
  id: 'pistevo.project.create',
  async run({ commandLine }, given) {
    const isProgram = typeof given === 'string';
    const wish = isProgram ? { words: ['--example'], folder: Uri.file(given) } : await askWish();
    if (wish === undefined) return false;
    const { folder } = wish;
    await workspace.fs.createDirectory(folder);
    const answer = await commandLine.ask(['init', ...wish.words, '--', '.'], folder.fsPath);
    if (answer.code !== 0) {
      void window.showErrorMessage(plainText(refusalText(answer.notes)));
      return false;
    }
    const isOpen = workspace.getWorkspaceFolder(folder) !== undefined;
    if (isOpen)
      await window.showTextDocument(Uri.joinPath(folder, 'schema/tables_schema.yaml'), { preview: false });
    else if (!isProgram) await commands.executeCommand('vscode.openFolder', folder);
    return true;
  },
};

const kinds = [
  {
    label: '$(library) The example',
    description: 'a small library: three datasets with deliveries to try',
    value: ['--example'],
  },
  { label: '$(file) Nothing', description: 'the two files, with what goes where in comments', value: [] },
];

async function askWish(): Promise<{ readonly words: readonly string[]; readonly folder: Uri } | undefined> {
  const picker = openPicker();
  try {
    const kind = await picker.ask('What does the project begin with?', kinds);
    const folder = kind === undefined ? undefined : await pickFolder(picker);
    return kind === undefined || folder === undefined ? undefined : { words: kind.value, folder };
  } finally {
    picker.dispose();
  }
}

/** The open folder itself where there is one, or any other. */
async function pickFolder(picker: Picker): Promise<Uri | undefined> {
  const open = (workspace.workspaceFolders ?? []).map(({ uri, name }) => ({
    label: `$(root-folder) ${plainText(name)}`,
    description: 'the open folder',
    value: uri as Uri | null,
  }));
  const other = { label: '$(folder-opened) Another folder…', value: null };
  const choice = open.length === 0 ? other : await picker.ask('Where does it go?', [...open, other]);
  if (choice === undefined) return undefined;
  if (choice.value !== null) return choice.value;
  picker.dispose();
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    openLabel: 'Begin Project Here',
    title: 'An empty folder for the project',
  });
  return chosen?.[0];
}
