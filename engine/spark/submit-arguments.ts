import { join } from 'node:path';
import type { ReprocessSelection } from '../runs/reprocess-selection.ts';
import { mainScript, scriptNames } from './runtime-files.ts';

/** What the scripts are asked to do with one dataset. */
export type SparkAction =
  | { readonly kind: 'run'; readonly reprocess?: ReprocessSelection }
  | { readonly kind: 'rollback'; readonly commits: number }
  | { readonly kind: 'migrate' }
  | { readonly kind: 'adopt' };

export interface SubmitRequest {
  /** Folder of the scripts. */
  readonly scripts: string;
  /** The release's folder, ends with `/`. */
  readonly release: string;
  readonly dataset: string;
  readonly runId: string;
  /** What started it, to name the holder of a lock. */
  readonly command: string;
  readonly action: SparkAction;
}

/** The words after `spark-submit`. No secret is among them: anyone on the machine can read arguments. */
export function submitArguments(request: SubmitRequest): readonly string[] {
  const { scripts, release, dataset, runId, command, action } = request;
  const modules = scriptNames.filter((name) => name !== mainScript).map((name) => join(scripts, name));
  return [
    ...['--name', `pistevo ${action.kind} ${dataset}`],
    ...['--conf', 'spark.ui.showConsoleProgress=false'],
    ...['--py-files', modules.join(',')],
    join(scripts, mainScript),
    ...['--dataset_name', dataset],
    ...['--release', release],
    ...['--run_id', runId],
    ...['--command', command],
    '--events',
    ...actionArguments(action),
  ];
}

function actionArguments(action: SparkAction): readonly string[] {
  if (action.kind === 'run')
    return action.reprocess === undefined ? [] : reprocessArguments(action.reprocess);
  const commits = action.kind === 'rollback' ? ['--commits', String(action.commits)] : [];
  return ['--action', action.kind, ...commits];
}

function reprocessArguments({ select, isRebuild }: ReprocessSelection): readonly string[] {
  return ['--reprocess', selectionText(select), ...(isRebuild ? ['--rebuild'] : [])];
}

function selectionText(select: ReprocessSelection['select']): string {
  switch (select.kind) {
    case 'run':
      return `run:${select.runId}`;
    case 'file':
      return `file:${select.file}`;
    case 'since':
      return `since:${select.at.toISOString()}`;
    default:
      return select.kind;
  }
}
