import { checkProject } from '../core/checks/check-project.ts';
import type { ProjectFacts } from '../core/checks/facts.ts';
import type { Finding } from '../core/contracts/finding.ts';
import { findingsGithub } from '../core/report/findings-github.ts';
import { findingsJson } from '../core/report/findings-json.ts';
import { findingsJunit } from '../core/report/findings-junit.ts';
import { findingsSarif } from '../core/report/findings-sarif.ts';
import { countFindings, findingsText } from '../core/report/findings-text.ts';
import type { PlacedFinding } from '../core/report/placed-finding.ts';
import { chooseDatasets } from './project/choose-datasets.ts';
import { concerning } from './project/concerning.ts';
import { type OpenedProject, openProject, type ProjectOptions } from './project/open-project.ts';
import { placeFindings } from './project/place-findings.ts';
import type { CommandContext } from './terminal/context.ts';
import { writeAnswer } from './terminal/write-answer.ts';
import { ownVersion } from './version.ts';

export interface CheckOptions extends ProjectOptions {
  readonly format?: string;
  readonly probe?: boolean;
  readonly output?: string;
}

/** `pistevo check`: prints findings; 2 when one of them is an error. */
export async function check(
  names: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<number> {
  const opened = await openProject({ ...options, hasScripts: true }, context);
  const { project, prefix } = opened;
  const facts = options.probe === false ? undefined : await probe(opened, context);
  const all = checkProject(project, facts);
  const findings = names.length === 0 ? all : concerning(all, project, chooseDatasets(project, names, false));
  const placed = placeFindings(findings, project, prefix);
  const toFile = options.output !== undefined;
  const text = printed(placed, options.format ?? 'text', toFile ? null : context, opened);
  if (text !== '') await writeAnswer(text, options.output, context);
  if ((options.format ?? 'text') === 'text') context.note(closing(findings, opened, context));
  return findings.some(({ severity }) => severity === 'error') ? 2 : 0;
}

/** Facts of the sources; a project that is too broken to probe, or a source that cannot be read, is checked without. */
async function probe(opened: OpenedProject, context: CommandContext): Promise<ProjectFacts | undefined> {
  const { probeSources } = await import('../engine/probe/probe-sources.ts');
  try {
    return await probeSources(opened.root, opened.project);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (typeof code !== 'string') throw error;
    context.note(`warning: the sources were not looked at (${code}); \`pistevo doctor\` says more.`);
    return undefined;
  }
}

function printed(
  placed: readonly PlacedFinding[],
  format: string,
  context: CommandContext | null,
  opened: OpenedProject,
): string {
  switch (format) {
    case 'json':
      return findingsJson(placed);
    case 'sarif':
      return findingsSarif(placed, ownVersion());
    case 'junit':
      return findingsJunit(placed, filesOf(opened));
    case 'github':
      return findingsGithub(placed);
    default:
      return findingsText(placed, context?.paint);
  }
}

/** Every file that was checked. */
function filesOf({ project, prefix }: OpenedProject): readonly string[] {
  const scripts = project.scripts.map(({ file }) => file);
  return [...Object.keys(project.documents), ...scripts].map((file) => prefix + file);
}

function closing(findings: readonly Finding[], opened: OpenedProject, context: CommandContext): string {
  const { notePaint: paint } = context;
  const { project } = opened;
  const where = project.environment === null ? '' : ` in environment ${project.environment}`;
  const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;
  const scripts = project.scripts.length === 0 ? '' : ` and ${count(project.scripts.length, 'script')}`;
  const what = `${count(project.datasets.length, 'dataset')}${scripts}${where}`;
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  const found = countFindings(findings);
  return `${hasErrors ? paint.red(found) : paint.green(found)} in ${what}`;
}
