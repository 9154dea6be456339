import { type Disposable, type QuickPick, type QuickPickItem, window } from 'vscode';

/** Something to choose from. */
export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** One list for several questions: a second list would open while the first gives the focus back, and lose it. */
export interface Picker extends Disposable {
  /** Resolves with undefined when the user turned away, from then on at once. */
  ask<T>(title: string, choices: readonly Choice<T>[]): Promise<Choice<T> | undefined>;
}

/** Stays open when the focus goes elsewhere. Close it when the last question is answered. */
export function openPicker(): Picker {
  const list: QuickPick<QuickPickItem> = window.createQuickPick();
  list.ignoreFocusOut = true;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  let isHidden = false;
  let answer: (item: QuickPickItem | undefined) => void = () => undefined;
  const subscriptions = [
    list.onDidAccept(() => answer(list.selectedItems[0])),
    list.onDidHide(() => {
      isHidden = true;
      answer(undefined);
    }),
  ];
  return {
    async ask<T>(title: string, choices: readonly Choice<T>[]) {
      if (isHidden) return undefined;
      list.title = title;
      list.placeholder = 'Type to filter';
      list.value = '';
      list.items = choices;
      list.enabled = true;
      const [first] = choices;
      if (first !== undefined) list.activeItems = [first];
      const chosen = await new Promise<QuickPickItem | undefined>((resolve) => {
        answer = resolve;
        list.show();
      });
      // What is chosen stays in sight until the next question.
      list.enabled = false;
      return choices.find((choice) => choice === chosen);
    },
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
      list.dispose();
    },
  };
}

/** Asks one question; undefined when the user turned away. With a `picker`, in its list. */
export async function pick<T>(
  title: string,
  choices: readonly Choice<T>[],
  picker?: Picker,
): Promise<Choice<T> | undefined> {
  if (picker !== undefined) return picker.ask(title, choices);
  const own = openPicker();
  try {
    return await own.ask(title, choices);
  } finally {
    own.dispose();
  }
}
