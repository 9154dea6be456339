import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checkProject } from '../core/checks/check-project.ts';
import type { Plan } from '../core/contracts/plan.ts';
import { loadProject } from '../core/model/load-project.ts';
import { configFile, type ProjectFile, schemaFile } from '../core/model/project.ts';
import { buildPlan } from '../core/plan/build-plan.ts';
import { describePlan } from '../core/plan/describe-plan.ts';
import { describeDifferences, diffPlans } from '../core/plan/diff-plans.ts';
import { visibleJson } from '../core/report/visible-text.ts';
import { chooseDataset } from './project/choose-datasets.ts';
import { concerning } from './project/concerning.ts';
import { type OpenedProject, openProject, type ProjectOptions, variablesOf } from './project/open-project.ts';
import { requireSound } from './project/require-sound.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface PlanOptions extends ProjectOptions {
  readonly json?: boolean;
  readonly sql?: boolean;
  readonly dialect?: 'duckdb' | 'spark';
  readonly diff?: string;
}

const runFile = promisify(execFile);

/** `pistevo plan <dataset>`: what a run would do, for people, machines, or as SQL; or what changed since a revision. */
export async function plan(
  names: readonly string[],
  options: PlanOptions,
  context: CommandContext,
): Promise<number> {
  const opened = await openProject(options, context);
  const dataset = chooseDataset(opened.project, names[0] ?? '');
  requireSound(opened, [dataset], context);
  const built = buildPlan(opened.project, dataset);
  if (options.diff !== undefined) {
    const before = await planAt(options.diff, { opened, dataset, options, context });
    const differences = diffPlans(before, built);
    context.print(options.json === true ? visibleJson(differences, 2) : describeDifferences(differences));
  } else if (options.json === true) context.print(visibleJson(built, 2));
  else context.print(describePlan(built, options.sql === true ? { sql: options.dialect ?? 'duckdb' } : {}));
  return 0;
}

interface PlanAt {
  readonly opened: OpenedProject;
  readonly dataset: string;
  readonly options: PlanOptions;
  readonly context: CommandContext;
}

/** The plan from the files at a git revision; null when the dataset was not there, or was not sound enough to plan. */
async function planAt(revision: string, { opened, dataset, options, context }: PlanAt): Promise<Plan | null> {
  if (revision.startsWith('-'))
    throw new UsageError(`\`${revision}\` is not a git revision; name a commit, a branch or a tag.`);
  await git(opened.root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).catch(() => {
    throw new UsageError(
      `\`${revision}\` is not a revision of a git repository at \`${opened.root}\`; name a commit, a branch or a tag.`,
    );
  });
  const textAt = (file: ProjectFile) => git(opened.root, ['show', `${revision}:./${file}`]).catch(() => null);
  const [config, schema] = await Promise.all([textAt(configFile), textAt(schemaFile)]);
  const project = loadProject({ config, schema }, { ...variablesOf(options, context) });
  const known = project.datasets.find(({ name }) => name === dataset);
  if (known?.source == null || known.table === null) return null;
  if (concerning(checkProject(project), project, [dataset]).some(({ severity }) => severity === 'error')) {
    context.note(`warning: \`${dataset}\` had errors at \`${revision}\`, so everything is shown as new.`);
    return null;
  }
  return buildPlan(project, dataset);
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await runFile('git', args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 });
  return stdout;
}
