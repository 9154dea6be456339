import { buildPlan } from '../core/plan/build-plan.ts';
import { formatAmount } from '../core/report/amounts.ts';
import { visibleText } from '../core/report/visible-text.ts';
import { publishedPath } from '../engine/spark/published-path.ts';
import { openProject, type ProjectOptions } from './project/open-project.ts';
import { requireSound } from './project/require-sound.ts';
import { openArtifacts, openFolder } from './spark/open-artifacts.ts';
import { publishPlans } from './spark/prepare-spark.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface PublishCommandOptions extends ProjectOptions {
  readonly to?: string;
}

/** `pistevo publish`: puts the plans of every dataset, and what carries them out, where submitted Spark jobs find them. */
export async function publish(
  _names: readonly string[],
  options: PublishCommandOptions,
  context: CommandContext,
): Promise<number> {
  const opened = await openProject(options, context);
  const { project } = opened;
  const names = project.datasets.map(({ name }) => name);
  if (names.length === 0)
    throw new UsageError(
      'The project has no dataset to publish; add one with `pistevo infer <csv> --write`.',
    );
  requireSound(opened, names, context);
  if (options.to === undefined) requireFindable(opened.project.settings.artifactsPath, opened);
  const store =
    options.to === undefined ? await openArtifacts(opened) : await openFolder(options.to, context);
  const plans = names.map((name) => buildPlan(project, name));
  const { id, uri, written, before } = await publishPlans(opened, plans, { store, isCurrent: true });
  if (before === id) context.print(`Nothing has changed: ${visibleText(uri)} is what submitted jobs use.`);
  else {
    const what = formatAmount(names.length, 'dataset');
    const how = written === 0 ? 'were there already' : `took ${formatAmount(written, 'file')}`;
    context.print(`Published ${what}: ${visibleText(uri)}`);
    context.note(
      `They ${how}; ${before === null ? 'nothing was published before' : `before it was ${before.slice(0, 12)}`}.`,
    );
  }
  return 0;
}

/** A job reads one plain line of the configuration, without environments and variables: it has to lead to the same place. */
function requireFindable(artifacts: string, { project }: Awaited<ReturnType<typeof openProject>>): void {
  const found = publishedPath(project.documents['conf/config.yaml']?.text ?? '');
  if (found === artifacts) return;
  const read =
    found === null ? 'finds no plain `artifacts_path` or `target_path` there' : `would look in \`${found}\``;
  throw new UsageError(
    `A submitted job reads one top-level line of conf/config.yaml and ${read}, while this environment publishes to \`${artifacts}\`; write \`artifacts_path: ${artifacts}\` there, without variables, or publish with \`--to <folder>\` and submit with \`--artifacts_path <folder>\`.`,
  );
}
