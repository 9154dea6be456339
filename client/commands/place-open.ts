import type { Command } from '../command.ts';
import { openPlace } from '../panels/open-place.ts';

/** Shows a line of a project's file, for items of the Runs view. */
export const placeOpen: Command = {
  id: 'pistevo.place.open',
  async run({ projects }, folder, file, line) {
    if (typeof folder !== 'string' || typeof file !== 'string' || projects.find(folder) === null) return;
    await openPlace(folder, file, typeof line === 'number' ? line : null);
  },
};
