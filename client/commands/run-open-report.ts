import type { Command } from '../command.ts';
import { pickRun } from './pick-run.ts';
import { targetOf } from './target.ts';

/** Shows the report of a run beside its project. Returns what the page was told. */
export const runOpenReport: Command = {
  id: 'pistevo.run.openReport',
  async run(services, given) {
    const run = await pickRun(services, targetOf(given), 'The report of which run?');
    return run === undefined ? null : services.reports.open(run);
  },
};
