import type { Command } from '../command.ts';
import { runRequestNow } from '../running/run-request-now.ts';
import { pickRequest } from './pick-request.ts';
import { targetOf } from './target.ts';

/** Reads a sample and says what each rule would do. Returns the outcome once it has ended. */
export const runDryRun: Command = {
  id: 'pistevo.run.dryRun',
  async run(services, given) {
    const request = await pickRequest(services, targetOf(given), 'dry-run');
    return request === undefined ? undefined : runRequestNow(services, request);
  },
};
