import { commands } from 'vscode';
import type { Command } from '../command.ts';

/** Opens the walkthrough. */
export const helpWalkthrough: Command = {
  id: 'pistevo.help.walkthrough',
  run: ({ context }) =>
    commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#begin`, false),
};
