import { window, workspace } from 'vscode';
import type { Services } from '../services.ts';
import { askDespiteErrors } from './ask-despite-errors.ts';
import { carryRun } from './carry-run.ts';
import { rememberChoice } from './last-choice.ts';
import type { RunOutcome } from './run-outcome.ts';
import type { RunRequest } from './run-request.ts';
import { saveProjectFiles } from './save-project-files.ts';
import { tellEnd } from './tell-end.ts';

/** Saves, looks at the project's errors, runs, and tells the end. Undefined when the user did not want to after all. */
export async function runRequestNow(
  services: Services,
  request: RunRequest,
): Promise<RunOutcome | undefined> {
  if (!workspace.isTrusted) {
    void window.showWarningMessage('Nothing is run in a folder that is not trusted; trust it first.');
    return undefined;
  }
  if (!(await saveProjectFiles(request.folder))) return undefined;
  if (!(await askDespiteErrors(request.folder))) return undefined;
  await rememberChoice(services.context.workspaceState, request);
  const outcome = await carryRun(services, request);
  tellEnd(services, request, outcome);
  return outcome;
}
