import type { Command } from '../command.ts';
import { pickDataset } from './pick-dataset.ts';
import { targetOf } from './target.ts';

/** Shows the records of a dataset that were set aside. Returns what the page was told. */
export const dataPreviewQuarantine: Command = {
  id: 'pistevo.data.previewQuarantine',
  async run(services, given) {
    const chosen = await pickDataset(services, targetOf(given), 'The quarantine of which dataset?');
    if (chosen === undefined) return null;
    return services.previews.open(chosen.project.folder, chosen.dataset, 'quarantine');
  },
};
