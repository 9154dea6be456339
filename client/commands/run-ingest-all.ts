import type { Command } from '../command.ts';
import { runRequestNow } from '../running/run-request-now.ts';
import { pickEnvironment } from './pick-environment.ts';
import { pickProject } from './pick-project.ts';
import { targetOf } from './target.ts';

/** Ingests every dataset of a project, parents before children. */
export const runIngestAll: Command = {
  id: 'pistevo.run.ingestAll',
  async run(services, given) {
    const target = targetOf(given);
    const project = await pickProject(services, target, 'Which project is ingested?');
    if (project === undefined) return undefined;
    const chosen =
      target.environment === undefined ? await pickEnvironment(project) : { environment: target.environment };
    if (chosen === undefined) return undefined;
    return runRequestNow(services, {
      folder: project.folder,
      datasets: [],
      mode: 'ingest',
      engine: target.engine ?? 'local',
      ...chosen,
    });
  },
};
