import type { Command } from '../command.ts';
import type { RunRequest } from '../running/run-request.ts';
import { runRequestNow } from '../running/run-request-now.ts';

/** Runs a whole request again, for the buttons of notifications. */
export const runRequest: Command = {
  id: 'pistevo.run.request',
  run: (services, given) => runRequestNow(services, given as RunRequest),
};
