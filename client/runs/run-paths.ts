import { join } from 'node:path';

/** Where a project keeps its runs, from the project's root. */
export function runsFolder(root: string): string {
  return join(root, '.pistevo', 'runs');
}

/** Files of one run. */
export function runPaths(root: string, runId: string) {
  const folder = join(runsFolder(root), runId);
  return {
    folder,
    record: join(folder, 'run.json'),
    plan: join(folder, 'plan.json'),
    events: join(folder, 'events.ndjson'),
    logs: join(folder, 'logs'),
  };
}
