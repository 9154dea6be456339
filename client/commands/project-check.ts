import { commands, tasks, window } from 'vscode';
import type { Command } from '../command.ts';

/** Runs `pistevo check` as a task, so that its findings stand in a terminal as CI shows them. */
export const projectCheck: Command = {
  id: 'pistevo.project.check',
  async run() {
    const checks = (await tasks.fetchTasks({ type: 'pistevo' })).filter(
      ({ definition }) => definition['command'] === 'check',
    );
    const [only] = checks;
    if (only === undefined) {
      void window.showInformationMessage('There is no project in this window to check.');
    } else if (checks.length === 1) {
      await tasks.executeTask(only);
    } else {
      await commands.executeCommand('workbench.action.tasks.runTask', { type: 'pistevo' });
    }
  },
};
