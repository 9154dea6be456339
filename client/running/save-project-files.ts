import { languages, type TextDocument, window, workspace } from 'vscode';
import { selectors } from '../language/selectors.ts';
import { isInside } from '../projects/is-inside.ts';

/**
 * Brings unsaved project files of a folder to the disk, which is what a run reads, as `pistevo.run.saveBefore` says. False
 * when the user does not want to run after all.
 */
export async function saveProjectFiles(folder: string): Promise<boolean> {
  const dirty = workspace.textDocuments.filter((document) => document.isDirty && isOf(document, folder));
  const [first] = dirty;
  if (first === undefined) return true;
  const choice = workspace.getConfiguration('pistevo', first.uri).get<string>('run.saveBefore', 'always');
  if (choice === 'never') return true;
  if (choice === 'ask') {
    const names = dirty.map((document) => workspace.asRelativePath(document.uri)).join(', ');
    const answer = await window.showWarningMessage(
      `A run reads the disk, and ${names} ${dirty.length === 1 ? 'has' : 'have'} changes that are not saved.`,
      'Save and Run',
      'Run Without Them',
    );
    if (answer === 'Run Without Them') return true;
    if (answer === undefined) return false;
  }
  const saved = await Promise.all(dirty.map((document) => document.save()));
  if (saved.every((isSaved) => isSaved)) return true;
  void window.showErrorMessage('Nothing was run: a changed project file could not be saved.');
  return false;
}

function isOf(document: TextDocument, folder: string): boolean {
  return languages.match([...selectors], document) > 0 && isInside(folder, document.uri.fsPath);
}
