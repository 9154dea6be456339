import type { Disposable } from 'vscode';
import type { Services } from '../services.ts';
import { tellEnd } from './tell-end.ts';

/** After a reload: tells how runs ended that were started before it, now or when they have ended. */
export function tellLeftRuns(services: Services): Disposable {
  const { leftRuns, runs, liveRuns, log } = services;
  const waiting = new Set(leftRuns.all().map(({ runId }) => runId));
  const look = () => {
    for (const { runId, request } of leftRuns.all()) {
      const run = runs.store.find(request.folder, runId);
      if (!waiting.has(runId) || liveRuns.has(runId) || run === null || run.record.status === 'running')
        continue;
      waiting.delete(runId);
      tellEnd(
        services,
        { ...request, datasets: [run.record.dataset] },
        { code: null, runIds: [runId], notes: '' },
      );
      void Promise.resolve(leftRuns.remove([runId])).catch((error: unknown) => log.error(String(error)));
    }
    if (waiting.size === 0) subscription.dispose();
  };
  const subscription = runs.onDidChange(look);
  return subscription;
}
