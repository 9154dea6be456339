import { isAbsolute, normalize, resolve } from 'node:path';
import { Position, Range, Uri, window } from 'vscode';
import { isInside } from '../projects/is-inside.ts';

/** Shows a line (1-based) of a file of a project. What a page or a record asks for outside of the project is refused. */
export async function openPlace(folder: string, file: string, line: number | null): Promise<void> {
  const path = isAbsolute(file) ? normalize(file) : resolve(folder, file);
  if (!isInside(folder, path)) {
    void window.showWarningMessage('That file is outside of the project, and was not opened.');
    return;
  }
  const at = new Position(Math.max(0, (line ?? 1) - 1), 0);
  try {
    await window.showTextDocument(Uri.file(path), { selection: new Range(at, at) });
  } catch (error) {
    void window.showWarningMessage(
      `The file cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
