import type { Command } from '../command.ts';
import { pickRun } from './pick-run.ts';
import { targetOf } from './target.ts';

/** Shows a run's log, following it while the run goes on. */
export const runShowLog: Command = {
  id: 'pistevo.run.showLog',
  async run(services, given) {
    const run = await pickRun(services, targetOf(given), 'The log of which run?');
    if (run !== undefined) await services.logs.show(run);
  },
};
