import {
  Disposable,
  Position,
  Range,
  type TextEditor,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode';
import { logScheme } from './log-uri.ts';

/** Keeps the end of a growing log in sight for who looks at its end, as a terminal does; who has scrolled up stays there. */
export function followEnd(): Disposable {
  /** Editors whose last line was in sight, with the number of lines that there were. */
  const atEnd = new Map<string, number>();
  const keyOf = (editor: TextEditor) => `${editor.document.uri.toString()} ${editor.viewColumn ?? 0}`;
  const look = (editor: TextEditor) => {
    if (editor.document.uri.scheme !== logScheme) return;
    const { lineCount } = editor.document;
    const last = editor.visibleRanges.at(-1)?.end.line ?? 0;
    if (last >= lineCount - 2) atEnd.set(keyOf(editor), lineCount);
    // It has grown and was not yet scrolled: that is no wish to stay.
    else if (atEnd.get(keyOf(editor)) === lineCount) atEnd.delete(keyOf(editor));
  };
  const reveal = (editor: TextEditor) => {
    const { lineCount } = editor.document;
    const end = new Position(lineCount - 1, 0);
    atEnd.set(keyOf(editor), lineCount);
    editor.revealRange(new Range(end, end), TextEditorRevealType.Default);
  };
  return Disposable.from(
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => look(textEditor)),
    window.onDidChangeVisibleTextEditors((editors) => editors.forEach(look)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== logScheme) return;
      for (const editor of window.visibleTextEditors)
        if (editor.document === document && atEnd.has(keyOf(editor))) reveal(editor);
    }),
  );
}
