import { window } from 'vscode';
import { resultText } from '../runs/describe-run.ts';
import type { Run } from '../runs/run.ts';
import type { Services } from '../services.ts';
import { formatAge } from '../text/amounts.ts';
import { plainText } from '../text/plain-text.ts';
import { pick } from './pick.ts';
import type { Target } from './target.ts';

/** The run that is pointed at; the last one of the dataset that is pointed at; else the one that the user picks. */
export async function pickRun({ runs }: Services, target: Target, title: string): Promise<Run | undefined> {
  await runs.refresh();
  const { folder, dataset, runId } = target;
  const fitting = runs.store
    .all()
    .filter(
      ({ root, record }) =>
        (folder === undefined || root === folder) &&
        (dataset === undefined || record.dataset === dataset) &&
        (runId === undefined || record.runId === runId),
    );
  const [latest] = fitting;
  if (latest === undefined) {
    const what = dataset === undefined ? 'Nothing' : plainText(dataset);
    void window.showInformationMessage(
      `${what} was ${dataset === undefined ? '' : 'not '}run here yet; \`Pistevo: Ingest Dataset…\` does.`,
    );
    return undefined;
  }
  if (runId !== undefined || dataset !== undefined || fitting.length === 1) return latest;
  const choices = fitting.map((run) => ({
    label: plainText(run.record.dataset),
    description: `${resultText(run.record)} · ${formatAge(Date.now() - Date.parse(run.record.startedAt))}`,
    detail: run.record.runId,
    value: run,
  }));
  return (await pick(title, choices))?.value;
}
