import { commands, type ExtensionContext, Uri, window } from 'vscode';
import { openCommandLine } from './child/command-line.ts';
import { lensCommands } from './commands/lens-commands.ts';
import { createLanguageService, type LanguageService } from './language/language-service.ts';
import { createLogDocuments } from './logs/log-documents.ts';
import { createRunLogs } from './logs/run-logs.ts';
import { createPreviewPanels } from './panels/preview-panels.ts';
import { createReportPanels } from './panels/report-panels.ts';
import { showRunProblems } from './problems/show-run-problems.ts';
import { createProjectModel } from './projects/project-model.ts';
import { registerCommands } from './register-commands.ts';
import { openLeftRuns } from './running/left-runs.ts';
import { createLiveRuns } from './running/live-runs.ts';
import { tellLeftRuns } from './running/tell-left-runs.ts';
import { createRunService } from './runs/run-service.ts';
import { openMaskKey } from './secrets/mask-key.ts';
import type { Services } from './services.ts';
import { provideTasks } from './tasks/task-provider.ts';
import { openDatasetsView } from './views/datasets-view.ts';
import { openRunsView } from './views/runs-view.ts';
import { openStatusItem } from './views/status-item.ts';

/** Kept for `deactivate`, which the editor calls without anything. */
const started = new Set<LanguageService>();

/** Sets everything up and starts the server beside it: activation does not wait for a child. */
export function activate(context: ExtensionContext): void {
  const { extensionUri } = context;
  const log = window.createOutputChannel('Pistevo', { log: true });
  const tell = (error: unknown) =>
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const projects = createProjectModel();
  const runs = createRunService(tell);
  const maskKey = openMaskKey(context.secrets);
  const commandLine = openCommandLine({ extensionUri, maskKey, log });
  const language = createLanguageService({
    server: Uri.joinPath(extensionUri, 'dist', 'server', 'server.cjs'),
    log,
    commands: [...lensCommands.map(({ id }) => id), 'editor.action.triggerSuggest'],
    onProjects: projects.set,
  });
  const services: Services = {
    context,
    log,
    language,
    projects,
    commandLine,
    maskKey,
    runs,
    liveRuns: createLiveRuns(
      (count) => void commands.executeCommand('setContext', 'pistevo.isRunning', count > 0),
    ),
    leftRuns: openLeftRuns(context.workspaceState),
    reports: createReportPanels({
      extensionUri,
      commandLine,
      runs,
      findLines: language.originLines,
      onProblem: tell,
    }),
    previews: createPreviewPanels({ extensionUri, commandLine, runs }),
    logs: createRunLogs(runs, tell),
    logDocuments: createLogDocuments(runs, tell),
  };
  started.add(language);
  context.subscriptions.push(
    log,
    projects,
    runs,
    services.reports,
    services.previews,
    services.logs,
    services.logDocuments,
    projects.onDidChange(() => void runs.follow(projects.all().map(({ folder }) => folder)).catch(tell)),
    runs.onDidChange(
      () => void commands.executeCommand('setContext', 'pistevo.hasRuns', runs.store.all().length > 0),
    ),
    runs.onDidEnd(() => void language.tellSourcesChanged().catch(tell)),
    // Deliveries come while one is elsewhere, and sources are not watched: they may hold a great many files.
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) void language.tellSourcesChanged().catch(tell);
    }),
    ...registerCommands(services),
    openDatasetsView(services),
    openRunsView(services),
    openStatusItem(services),
    showRunProblems(services),
    provideTasks(services),
    tellLeftRuns(services),
  );
  void language.start().catch(tell);
}

export async function deactivate(): Promise<void> {
  await Promise.all([...started].map((language) => language.stop()));
  started.clear();
}
