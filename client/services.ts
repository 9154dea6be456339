import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { CommandLine } from './child/command-line.ts';
import type { LanguageService } from './language/language-service.ts';
import type { LogDocuments } from './logs/log-documents.ts';
import type { RunLogs } from './logs/run-logs.ts';
import type { PreviewPanels } from './panels/preview-panels.ts';
import type { ReportPanels } from './panels/report-panels.ts';
import type { ProjectModel } from './projects/project-model.ts';
import type { LeftRuns } from './running/left-runs.ts';
import type { LiveRuns } from './running/live-runs.ts';
import type { RunService } from './runs/run-service.ts';
import type { MaskKey } from './secrets/mask-key.ts';

/** What commands work with; made once, when the extension starts. */
export interface Services {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly language: LanguageService;
  readonly projects: ProjectModel;
  readonly commandLine: CommandLine;
  readonly maskKey: MaskKey;
  readonly runs: RunService;
  readonly liveRuns: LiveRuns;
  readonly leftRuns: LeftRuns;
  readonly reports: ReportPanels;
  readonly previews: PreviewPanels;
  readonly logs: RunLogs;
  readonly logDocuments: LogDocuments;
}
