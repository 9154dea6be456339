import { commands, window } from 'vscode';
import { endText, severalText } from '../runs/describe-run.ts';
import type { Run } from '../runs/run.ts';
import type { Services } from '../services.ts';
import { formatAmount } from '../text/amounts.ts';
import { plainText } from '../text/plain-text.ts';
import { type RunOutcome, refusalText } from './run-outcome.ts';
import type { RunRequest } from './run-request.ts';

type Action = readonly [title: string, run: () => unknown];

/** Tells how a request ended, once, with what one would do next. */
export function tellEnd(services: Services, request: RunRequest, outcome: RunOutcome): void {
  const runs = outcome.runIds.flatMap((runId) => services.runs.store.find(request.folder, runId) ?? []);
  const [only, ...others] = runs;
  if (only === undefined) tellRefusal(services, outcome);
  else if (others.length === 0) tellOne(services, request, only);
  else tellSeveral(services, request, runs);
}

function tellRefusal(services: Services, outcome: RunOutcome): void {
  if (outcome.code === 130) return;
  void offer('error', refusalText(outcome.notes), [
    ['Show Problems', () => commands.executeCommand('workbench.actions.view.problems')],
    ['Show Output', () => services.log.show()],
  ]);
}

function tellOne(services: Services, request: RunRequest, run: Run): void {
  const { status } = run.record;
  const report: Action = ['Open Report', () => services.reports.open(run)];
  const retry: Action = ['Retry', () => commands.executeCommand('pistevo.run.request', request)];
  if (status === 'succeeded' || status === 'no_input') {
    const preview: Action = [
      'Preview',
      () => services.previews.open(request.folder, run.record.dataset, 'target'),
    ];
    void offer(
      'information',
      endText(run.record),
      status === 'no_input' || run.record.isDryRun ? [report] : [report, preview],
    );
  } else if (status === 'cancelled') {
    void offer('information', endText(run.record), [['Run Again', retry[1]]]);
  } else {
    const problems: Action = [
      'Show Problems',
      () => commands.executeCommand('workbench.actions.view.problems'),
    ];
    void offer('error', endText(run.record), [
      report,
      problems,
      ['Open Log', () => services.logs.show(run)],
      retry,
    ]);
  }
}

function tellSeveral(services: Services, request: RunRequest, runs: readonly Run[]): void {
  const bad = runs.filter(({ record }) => record.status !== 'succeeded' && record.status !== 'no_input');
  const show: Action = ['Show Runs', () => commands.executeCommand('pistevo.runs.focus')];
  const [first] = bad;
  if (first === undefined) {
    void offer('information', severalText(runs.map(({ record }) => record)), [show]);
    return;
  }
  const names = bad.map(({ record }) => record.dataset).join(', ');
  void offer(
    'error',
    `${bad.length} of ${formatAmount(runs.length, 'dataset')} did not come through: ${names}.`,
    [
      show,
      ['Open Report', () => services.reports.open(first)],
      ['Open Log', () => services.logs.show(first)],
      ['Retry', () => commands.executeCommand('pistevo.run.request', request)],
    ],
  );
}

/** Does not wait: the notification stays until somebody answers it. */
async function offer(kind: 'information' | 'error', text: string, actions: readonly Action[]): Promise<void> {
  const show = kind === 'error' ? window.showErrorMessage : window.showInformationMessage;
  const answer = await show(plainText(text), ...actions.map(([title]) => title));
  await actions.find(([title]) => title === answer)?.[1]();
}
