import type { Command } from '../command.ts';
import { pickDataset } from './pick-dataset.ts';
import { targetOf } from './target.ts';

/** Shows rows of a dataset's table in a grid. Returns what the page was told. */
export const dataPreview: Command = {
  id: 'pistevo.data.preview',
  async run(services, given) {
    const chosen = await pickDataset(services, targetOf(given), 'Rows of which dataset?');
    return chosen === undefined
      ? null
      : services.previews.open(chosen.project.folder, chosen.dataset, 'target');
  },
};
