import type { Command } from '../command.ts';

/** Starts the language server anew. */
export const serverRestart: Command = {
  id: 'pistevo.server.restart',
  run: ({ language }) => language.restart(),
};
