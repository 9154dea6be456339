import { commands, extensions } from 'vscode';
import { deliverManyEvents } from '../support/lay-project.ts';
import { suite } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { folder, storedRuns } from '../support/workspace.ts';

/** The first half of a reload: the window goes away while a run goes on. */
export const run = suite([
  [
    'starts a run that is still going on when the window is reloaded',
    async () => {
      await waitFor('activation', () => extensions.getExtension('pistevo.pistevo')?.isActive);
      deliverManyEvents(folder());
      await waitFor('the project', async () => {
        const told = await commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'events');
        return Array.isArray(told) && told.length > 0;
      });
      void commands.executeCommand('pistevo.run.ingest', 'events');
      await waitFor('the run', () => storedRuns('events').some(({ status }) => status === 'running'));
    },
  ],
]);
