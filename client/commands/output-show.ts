import type { Command } from '../command.ts';

/** Shows the extension's own log. */
export const outputShow: Command = { id: 'pistevo.output.show', run: ({ log }) => log.show() };
