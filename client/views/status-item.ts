import { type Disposable, StatusBarAlignment, window, workspace } from 'vscode';
import type { Project } from '../projects/project-model.ts';
import { currentStage, stageText } from '../runs/describe-run.ts';
import type { Services } from '../services.ts';
import { formatAmount } from '../text/amounts.ts';
import { plainText } from '../text/plain-text.ts';

/** What there is: `3 datasets, 2 files waiting`, and what a click does. */
function idleText(all: readonly Project[]): string {
  const datasets = all.flatMap((project) => project.datasets);
  const files = datasets.reduce((sum, { sourceFiles = 0 }) => sum + sourceFiles, 0);
  const what = formatAmount(datasets.length, 'dataset');
  return `${what}${files === 0 ? '' : `, ${formatAmount(files, 'file')} waiting`}\nA click ingests one`;
}

/** One item in the status bar: what runs now, or the way to run something. Hidden where there is no project. */
export function openStatusItem({ projects, runs }: Services): Disposable {
  const item = window.createStatusBarItem('pistevo.status', StatusBarAlignment.Left, 0);
  item.name = 'Pistevo';
  const draw = () => {
    if (projects.all().length === 0 || !workspace.isTrusted) {
      item.hide();
      return;
    }
    const live = runs.store.all().filter(({ record }) => record.status === 'running');
    const [first] = live;
    if (first === undefined) {
      item.text = '$(database) Pistevo';
      item.tooltip = idleText(projects.all());
      item.command = 'pistevo.run.ingest';
    } else {
      const stage = currentStage(first.progress);
      const what = `${first.record.dataset}${stage === null ? '' : `: ${stageText(stage)}`}`;
      item.text = `$(sync~spin) ${live.length > 1 ? `${live.length} runs` : plainText(what)}`;
      item.tooltip = live.map(({ record }) => plainText(record.dataset)).join(', ');
      item.command = 'pistevo.runs.focus';
    }
    item.show();
  };
  const subscriptions = [
    projects.onDidChange(draw),
    runs.onDidChange(draw),
    workspace.onDidGrantWorkspaceTrust(draw),
  ];
  return {
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
      item.dispose();
    },
  };
}
