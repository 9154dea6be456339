import { commands } from 'vscode';
import type { Command } from '../command.ts';
import { lastChoice } from '../running/last-choice.ts';
import { runRequestNow } from '../running/run-request-now.ts';

/** Runs what was run last; asks where nothing was, or its project is no more in this window. */
export const runRepeat: Command = {
  id: 'pistevo.run.repeat',
  async run(services) {
    const last = lastChoice(services.context.workspaceState);
    if (last === null || services.projects.find(last.folder) === null) {
      return commands.executeCommand('pistevo.run.ingest');
    }
    return runRequestNow(services, last);
  },
};
