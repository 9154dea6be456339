import { window } from 'vscode';
import type { Command } from '../command.ts';

/** Removes the key; one from the environment, `PISTEVO_MASK_KEY`, counts again. */
export const secretForgetMaskKey: Command = {
  id: 'pistevo.secret.forgetMaskKey',
  async run({ maskKey }) {
    await maskKey.forget();
    void window.showInformationMessage(
      'The mask key is forgotten; runs use PISTEVO_MASK_KEY where it is set.',
    );
  },
};
