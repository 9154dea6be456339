import { window } from 'vscode';
import type { Command } from '../command.ts';
import { runRequestNow } from '../running/run-request-now.ts';
import { pick } from './pick.ts';
import { pickDataset } from './pick-dataset.ts';
import { environmentSetting } from './pick-environment.ts';
import { targetOf } from './target.ts';

const rebuild = 'Rebuild';

/** Reads archived originals again, as a new run. */
export const runReprocess: Command = {
  id: 'pistevo.run.reprocess',
  async run(services, given) {
    const target = targetOf(given);
    const chosen = await pickDataset(services, target, 'Archived files of which dataset are read again?');
    if (chosen === undefined) return undefined;
    const selection = await pickSelection(chosen.dataset);
    if (selection === undefined) return undefined;
    return runRequestNow(services, {
      folder: chosen.project.folder,
      datasets: [chosen.dataset],
      mode: 'reprocess',
      engine: 'local',
      environment: target.environment ?? environmentSetting(chosen.project),
      selection,
    });

    async function pickSelection(dataset: string): Promise<readonly string[] | undefined> {
      const choices = [
        {
          label: 'Files with quarantined records',
          description: 'after a rule or the data was mended',
          value: ['--quarantined'],
        },
        { label: 'Files of one run…', value: ['--run'] },
        { label: 'Every file, into an emptied table', description: 'rebuild', value: ['--rebuild'] },
      ];
      const choice = (await pick(`Which files of ${dataset}?`, choices))?.value;
      if (choice?.[0] === '--run') return pickRun(dataset);
      if (choice?.[0] !== '--rebuild') return choice;
      const answer = await window.showWarningMessage(
        `The table of ${dataset} is emptied and filled again from the archive.`,
        { modal: true },
        rebuild,
      );
      return answer === rebuild ? choice : undefined;
    }

    async function pickRun(dataset: string): Promise<readonly string[] | undefined> {
      const past = services.runs.store
        .all()
        .filter(
          ({ record }) => record.dataset === dataset && record.status === 'succeeded' && !record.isDryRun,
        );
      const choices = past.map(({ record }) => ({
        label: record.startedAt.slice(0, 19).replace('T', ' '),
        description: record.runId,
        value: ['--run', record.runId],
      }));
      return (await pick('The files of which run?', choices))?.value;
    }
  },
};
