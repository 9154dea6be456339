import { window } from 'vscode';
import type { Command } from '../command.ts';
import { refusalText } from '../running/run-outcome.ts';
import { plainText } from '../text/plain-text.ts';
import { pickDataset } from './pick-dataset.ts';
import { environmentSetting } from './pick-environment.ts';
import { targetOf } from './target.ts';

const undo = 'Undo';

/** Undoes the last commit of a dataset, after asking. Returns whether it was undone. */
export const runRollback: Command = {
  id: 'pistevo.run.rollback',
  async run(services, given) {
    const target = targetOf(given);
    const chosen = await pickDataset(services, target, 'The last commit of which dataset is undone?');
    if (chosen === undefined) return false;
    const { project, dataset } = chosen;
    const answer = await window.showWarningMessage(
      `The last commit of ${plainText(dataset)} is undone: its table becomes what it was before.`,
      { modal: true },
      undo,
    );
    if (answer !== undo) return false;
    const environment = target.environment ?? environmentSetting(project);
    const where = environment === null ? [] : [`--environment=${environment}`];
    const args = ['rollback', '--project', project.folder, '--no-color', ...where, '--', dataset];
    const done = await services.commandLine.ask(args, project.folder);
    if (done.code === 0) void window.showInformationMessage(plainText(done.text.trim()));
    else void window.showErrorMessage(plainText(refusalText(done.notes)));
    return done.code === 0;
  },
};
