import { commands, type Disposable, languages, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { Report } from '../../core/contracts/report.ts';
import type { CommandLine } from '../child/command-line.ts';
import { selectors } from '../language/selectors.ts';
import { isInside } from '../projects/is-inside.ts';
import { refusalText } from '../running/run-outcome.ts';
import type { Run } from '../runs/run.ts';
import { runKey } from '../runs/run.ts';
import type { RunService } from '../runs/run-service.ts';
import { plainText } from '../text/plain-text.ts';
import { openPanel, type Panel } from './open-panel.ts';
import { openPlace } from './open-place.ts';
import { type FindLines, findRulePlaces, type RulePlaces } from './rule-places.ts';

/** Panels with the report of a run, one a run. */
export interface ReportPanels extends Disposable {
  /** Resolves once the report is read, with what the page is told; null when there is none. */
  open(run: Run): Promise<ReportMessage | null>;
}

/** A run of the past, for trends. */
export interface PastRun {
  readonly runId: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly status: Report['status'];
  readonly isDryRun: boolean;
  readonly counts: Report['counts'];
}

export interface ReportMessage {
  readonly kind: 'report';
  readonly report: Report;
  /** Runs of the dataset up to this one, the oldest first. */
  readonly history: readonly PastRun[];
  readonly origins: RulePlaces;
}

const mostPast = 60;
/** Time without typing before the lines of rules are looked for again. */
const quietMs = 400;

export interface ReportPanelsOptions {
  readonly extensionUri: Uri;
  readonly commandLine: CommandLine;
  readonly runs: RunService;
  readonly findLines: FindLines;
  readonly onProblem: (error: unknown) => void;
}

export function createReportPanels(options: ReportPanelsOptions): ReportPanels {
  const { extensionUri, commandLine, runs, findLines } = options;
  const panels = new Map<string, Panel>();
  const shown = new Map<string, Run>();
  const messages = new Map<string, ReportMessage>();

  const read = async (run: Run): Promise<ReportMessage | null> => {
    const args = ['report', run.record.runId, '--project', run.root, '--format', 'json', '--no-color'];
    const answer = await commandLine.ask(args, run.root);
    if (answer.code !== 0) {
      void window.showErrorMessage(plainText(refusalText(answer.notes)));
      return null;
    }
    const report = JSON.parse(answer.text) as Report;
    const origins = await findRulePlaces(run.root, report, findLines);
    return { kind: 'report', report, history: historyOf(run, runs), origins };
  };
  /** Links follow their lines while the files are edited. */
  const follow = async (folderOf: TextDocument) => {
    for (const [key, run] of shown) {
      const message = messages.get(key);
      if (message === undefined || !isInside(run.root, folderOf.uri.fsPath)) continue;
      const origins = await findRulePlaces(run.root, message.report, findLines);
      if (JSON.stringify(origins) === JSON.stringify(message.origins)) continue;
      messages.set(key, { ...message, origins });
      panels.get(key)?.send();
    }
  };
  const show = (run: Run) => {
    const key = runKey(run);
    const known = panels.get(key);
    if (known !== undefined) {
      known.send();
      known.reveal();
      return;
    }
    const opened = openPanel({
      extensionUri,
      type: 'pistevo.report',
      bundle: 'report',
      title: `Report: ${plainText(run.record.dataset)}`,
      message: () => messages.get(key),
      onMessage(message) {
        const { kind, file, line } = message;
        if (kind === 'open' && typeof file === 'string')
          void openPlace(run.root, file, typeof line === 'number' ? line : null);
      },
    });
    // A step of the walkthrough is done with it.
    void commands.executeCommand('setContext', 'pistevo.hasSeenReport', true);
    panels.set(key, opened);
    shown.set(key, run);
    opened.onDidClose(() => {
      panels.delete(key);
      shown.delete(key);
      messages.delete(key);
    });
  };
  let timer: NodeJS.Timeout | undefined;
  const subscriptions = [
    runs.onDidEnd((run) => {
      if (panels.has(runKey(run)))
        void read(run).then((message) => {
          if (message !== null) messages.set(runKey(run), message);
          panels.get(runKey(run))?.send();
        });
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (shown.size === 0 || languages.match([...selectors], document) === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => void follow(document).catch(options.onProblem), quietMs);
    }),
  ];
  return {
    async open(run) {
      const message = await read(run);
      if (message === null) return null;
      messages.set(runKey(run), message);
      show(run);
      return message;
    },
    dispose() {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      for (const { panel } of panels.values()) panel.dispose();
    },
  };
}

function historyOf(run: Run, runs: RunService): readonly PastRun[] {
  return runs.store
    .all()
    .filter(({ root, record }) => root === run.root && record.dataset === run.record.dataset)
    .flatMap(({ record: { runId, startedAt, endedAt, status, isDryRun, counts } }) =>
      counts === null || status === 'running' || status === 'interrupted' || startedAt > run.record.startedAt
        ? []
        : [{ runId, startedAt, endedAt, status, isDryRun, counts }],
    )
    .slice(0, mostPast)
    .reverse();
}
