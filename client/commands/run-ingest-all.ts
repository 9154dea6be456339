import type { Command } from '../command.ts';
import type { RunRequest } from '../running/run-request.ts';
import { runRequestNow } from '../running/run-request-now.ts';
import type { Services } from '../services.ts';
import { openPicker } from './pick.ts';
import { pickEnvironment } from './pick-environment.ts';
import { pickProject } from './pick-project.ts';
import { type Target, targetOf } from './target.ts';

/** Ingests every dataset of a project, parents before children. */
export const runIngestAll: Command = {
  id: 'pistevo.run.ingestAll',
  async run(services, given) {
    const request = await askRequest(services, targetOf(given));
    return request === undefined ? undefined : runRequestNow(services, request);
  },
};

async function askRequest(services: Services, target: Target): Promise<RunRequest | undefined> {
  const picker = openPicker();
  try {
    const project = await pickProject(services, target, 'Which project is ingested?', picker);
    if (project === undefined) return undefined;
    const chosen =
      target.environment === undefined
        ? await pickEnvironment(project, picker)
        : { environment: target.environment };
    if (chosen === undefined) return undefined;
    const { engine = 'local' } = target;
    return { folder: project.folder, datasets: [], mode: 'ingest', engine, ...chosen };
  } finally {
    picker.dispose();
  }
}
