import { checkProject } from '../core/checks/check-project.ts';
import { countFindings } from '../core/report/findings-text.ts';
import { visibleText } from '../core/report/visible-text.ts';
import { disk, engine, folders, locks, node, runs, type Symptom, secrets } from './doctor/examine.ts';
import { spark } from './doctor/spark.ts';
import { type OpenedProject, openProject, type ProjectOptions } from './project/open-project.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';
import { ownVersion } from './version.ts';

/** `pistevo doctor`: looks at everything that a run needs; 2 when something would keep it from working. */
export async function doctor(
  _names: readonly string[],
  options: ProjectOptions,
  context: CommandContext,
): Promise<number> {
  const symptoms: Symptom[] = [{ state: 'ok', name: 'pistevo', text: ownVersion() }, node(), await engine()];
  const opened = await open(options, context);
  if (opened instanceof UsageError)
    symptoms.push({ state: 'problem', name: 'project', text: opened.message });
  else symptoms.push(...(await examineProject(opened, context)));
  const { paint } = context;
  const marks = {
    ok: paint.green('ok     '),
    warning: paint.yellow('warning'),
    problem: paint.red('problem'),
  };
  for (const { state, name, text } of symptoms)
    context.print(`${marks[state]}  ${name.padEnd(12)}  ${visibleText(text)}`);
  return symptoms.some(({ state }) => state === 'problem') ? 2 : 0;
}

async function open(options: ProjectOptions, context: CommandContext): Promise<OpenedProject | UsageError> {
  try {
    return await openProject(options, context);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

async function examineProject(opened: OpenedProject, context: CommandContext): Promise<readonly Symptom[]> {
  const { root, project } = opened;
  const findings = checkProject(project);
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  const environments =
    project.environments.length === 0
      ? 'none are defined'
      : `${project.environment ?? 'none'} of ${project.environments.join(', ')}`;
  return [
    { state: 'ok', name: 'project', text: `${root}, ${project.datasets.length} datasets` },
    { state: 'ok', name: 'environment', text: environments },
    {
      state: hasErrors ? 'problem' : 'ok',
      name: 'check',
      text: `${countFindings(findings)}${findings.length === 0 ? '' : '; `pistevo check` lists them'}`,
    },
    ...(await folders(opened)),
    ...secrets(project, context),
    ...(await locks(root)),
    ...(await runs(root, context.now())),
    ...(await disk(opened)),
    await spark(root, project.settings.spark.version, context),
  ];
}
