import { type QuickPickItem, window } from 'vscode';

/** Something to choose from. */
export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** Asks; undefined when the user turned away. Stays open when the focus goes elsewhere. */
export async function pick<T>(title: string, choices: readonly Choice<T>[]): Promise<Choice<T> | undefined> {
  return window.showQuickPick([...choices], {
    title,
    placeHolder: title,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
}
