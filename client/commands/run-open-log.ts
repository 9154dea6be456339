import type { Command } from '../command.ts';
import { pickRun } from './pick-run.ts';
import { targetOf } from './target.ts';

/** Opens a run's log as a document, which can be split, searched and compared; it grows while the run goes on. */
export const runOpenLog: Command = {
  id: 'pistevo.run.openLog',
  async run(services, given) {
    const run = await pickRun(services, targetOf(given), 'The log of which run?');
    if (run !== undefined) await services.logDocuments.open(run);
  },
};
