import { ProgressLocation, window } from 'vscode';
import type { RunEvent } from '../../core/contracts/event.ts';
import type { Child } from '../child/start-child.ts';
import { currentStage, stageText } from '../runs/describe-run.ts';
import { parseEvent } from '../runs/parse-event.ts';
import { foldEvent, noProgress, type RunProgress } from '../runs/run-progress.ts';
import type { Services } from '../services.ts';
import { plainText } from '../text/plain-text.ts';
import type { RunOutcome } from './run-outcome.ts';
import { type RunRequest, requestTitle, runArguments } from './run-request.ts';

const graceMs = 20_000;

/** Starts the command line and shows how it goes until it has ended. The notification's button cancels. */
export function carryRun(services: Services, request: RunRequest): Promise<RunOutcome> {
  const options = {
    location: ProgressLocation.Notification,
    title: plainText(requestTitle(request)),
    cancellable: true,
  };
  const work = window.withProgress(options, async (progress, token): Promise<RunOutcome> => {
    const runIds: string[] = [];
    const notes: string[] = [];
    const standings = new Map<string, { readonly dataset: string; readonly progress: RunProgress }>();
    const begun: RunEvent[] = [];
    const tell = (error: unknown) => services.log.error(String(error));
    let child: Child | null = null;
    const claim = (runId: string) => {
      if (child !== null) services.liveRuns.add(runId, child);
    };
    const show = (event: RunEvent) => {
      if (event.kind === 'run-started') {
        runIds.push(event.runId);
        standings.set(event.runId, { dataset: event.dataset, progress: noProgress });
        begun.push(event);
        claim(event.runId);
        void services.leftRuns.add({ runId: event.runId, request }).catch(tell);
        void services.runs.refresh().catch(tell);
      }
      const standing = standings.get(event.runId);
      if (standing === undefined) return;
      const next = foldEvent(standing.progress, event);
      standings.set(event.runId, { ...standing, progress: next });
      const stage = currentStage(next);
      if (stage === null) return;
      const name = request.datasets.length === 1 ? '' : `${standing.dataset}: `;
      progress.report({ message: plainText(name + stageText(stage)) });
    };
    child = await services.commandLine.start(runArguments(request), request.folder, {
      onLine(line) {
        const event = parseEvent(line);
        if (event === null) services.log.warn(`Not an event: ${line.slice(0, 200)}`);
        else show(event);
      },
      onNote(line) {
        notes.push(line);
        services.log.info(line);
      },
    });
    for (const event of begun) claim(event.runId);
    token.onCancellationRequested(() => child?.cancel(graceMs));
    const { code, problem } = await child.ended;
    if (problem !== null) notes.push(`error: The command line cannot be started: ${problem}`);
    await services.leftRuns.remove(runIds);
    await services.runs.refresh();
    return { code, runIds, notes: notes.join('\n') };
  });
  return Promise.resolve(work);
}
