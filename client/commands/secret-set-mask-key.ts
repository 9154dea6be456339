import { window } from 'vscode';
import type { Command } from '../command.ts';

/** A shorter key could be found by trying; the command line refuses it too. */
const leastLength = 16;

/** Keeps the key of masks by hash in the system's store of secrets. */
export const secretSetMaskKey: Command = {
  id: 'pistevo.secret.setMaskKey',
  async run({ maskKey }) {
    const key = await window.showInputBox({
      title: 'Key of masks by hash',
      prompt: 'Kept in the store of secrets of this system; the same key gives the same hashes.',
      password: true,
      ignoreFocusOut: true,
      validateInput: (value) =>
        value.length < leastLength
          ? `At least ${leastLength} characters, so that it cannot be guessed.`
          : undefined,
    });
    if (key === undefined) return;
    await maskKey.set(key);
    void window.showInformationMessage('The mask key is kept; runs started here use it.');
  },
};
