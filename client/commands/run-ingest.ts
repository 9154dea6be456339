import type { Command } from '../command.ts';
import { runRequestNow } from '../running/run-request-now.ts';
import { pickRequest } from './pick-request.ts';
import { targetOf } from './target.ts';

/** Ingests the dataset that is pointed at, or asks which one. Returns the outcome once the run has ended. */
export const runIngest: Command = {
  id: 'pistevo.run.ingest',
  async run(services, given) {
    const request = await pickRequest(services, targetOf(given), 'ingest');
    return request === undefined ? undefined : runRequestNow(services, request);
  },
};
