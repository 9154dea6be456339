import { commands } from 'vscode';
import type { Command } from '../command.ts';
import { lensReferences } from './lens-references.ts';

const lens = (action: string, command: string): Command => ({
  id: `pistevo.lens.${action}`,
  run: (_, root, dataset) => commands.executeCommand(command, { root, dataset }),
});

/** Commands that the server puts on lenses; they are told the project's root as a URI, and the dataset. */
export const lensCommands: readonly Command[] = [
  lens('ingest', 'pistevo.run.ingest'),
  lens('dryRun', 'pistevo.run.dryRun'),
  lens('preview', 'pistevo.data.preview'),
  lensReferences,
];
