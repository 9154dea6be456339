import { Range, Uri, window } from 'vscode';
import type { Command } from '../command.ts';
import { pickDataset } from './pick-dataset.ts';
import { targetOf } from './target.ts';

/** Shows where a dataset is described. */
export const projectGoToDataset: Command = {
  id: 'pistevo.project.goToDataset',
  async run(services, given) {
    const chosen = await pickDataset(services, targetOf(given), 'Which dataset?');
    if (chosen === undefined) return;
    const place = services.projects.findDataset(chosen.dataset, chosen.project.folder)?.dataset.place;
    if (place === null || place === undefined) return;
    const { start, end } = place.range;
    await window.showTextDocument(Uri.parse(place.uri), {
      selection: new Range(start.line, start.character, end.line, end.character),
    });
  },
};
