import { Disposable, languages, Uri, window, workspace } from 'vscode';
import type { Run } from '../runs/run.ts';
import type { RunService } from '../runs/run-service.ts';
import { followEnd } from './follow-end.ts';
import { createLogFileSystem } from './log-file-system.ts';
import { logLinks } from './log-links.ts';
import { logScheme, logUriParts } from './log-uri.ts';

/** Logs of runs as documents: read-only, growing while the run goes on, with links. */
export interface LogDocuments extends Disposable {
  open(run: Run): Promise<void>;
}

export function createLogDocuments(runs: RunService, onProblem: (error: unknown) => void): LogDocuments {
  const files = createLogFileSystem();
  const subscriptions = Disposable.from(
    files,
    workspace.registerFileSystemProvider(logScheme, files, { isCaseSensitive: true, isReadonly: true }),
    languages.registerDocumentLinkProvider({ scheme: logScheme }, logLinks(runs.store)),
    runs.onDidChange(() => void files.pump().catch(onProblem)),
    followEnd(),
  );
  return {
    async open({ root, record: { runId } }) {
      const uri = Uri.from({ scheme: logScheme, ...logUriParts({ root, runId }) });
      await window.showTextDocument(uri, { preview: false });
    },
    dispose: () => void subscriptions.dispose(),
  };
}
