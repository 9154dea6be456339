import { type PlayedProject, playProject } from './play-project.ts';
import type { SparkWorker } from './spark-worker.ts';

/** Plays a project to its end: how many runs there were, and where engines differ in them. */
export async function playAll(
  project: PlayedProject,
  worker: SparkWorker,
): Promise<{ readonly runs: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let runs = 0;
  await playProject(project, worker, (run) => {
    runs += 1;
    for (const fault of run.faults)
      faults.push(`delivery ${run.delivery + 1}, ${run.plan.dataset}: ${fault}`);
  });
  return { runs, faults };
}
