import { relative, resolve, sep } from 'node:path';
import { checkProject } from '../core/checks/check-project.ts';
import type { Plan } from '../core/contracts/plan.ts';
import { buildPlan } from '../core/plan/build-plan.ts';
import { visibleJson } from '../core/report/visible-text.ts';
import { type Explanation, explain as explainRecord } from '../engine/local/explain.ts';
import type { Refusal } from '../engine/local/local-session.ts';
import { explanationText, sampledText } from './explain/explanation-text.ts';
import { findSampled } from './explain/from-run-folders.ts';
import { askLocal } from './project/ask-local.ts';
import { chooseDataset } from './project/choose-datasets.ts';
import { concerning } from './project/concerning.ts';
import { type OpenedProject, openProject, type ProjectOptions } from './project/open-project.ts';
import { requireSound } from './project/require-sound.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface ExplainOptions extends ProjectOptions {
  readonly dataset?: string;
  readonly json?: boolean;
}

interface Place {
  /** Relative to the project's root where it lies inside. */
  readonly file: string;
  readonly line: number;
}

/** `pistevo explain <file>:<line>`: what became of a delivered record, and who asked for it. */
export async function explain(
  names: readonly string[],
  options: ExplainOptions,
  context: CommandContext,
): Promise<number> {
  const wanted = parsePlace(names[0] ?? '');
  const opened = await openProject(options, context);
  const place = { ...wanted, file: insideProject(wanted.file, opened, context) };
  const answers = await askDatasets(place, { opened, options, context });
  const found = answers.filter((answer) => answer.answer.kind === 'explained') as readonly Found[];
  const [only, ...others] = found;
  if (others.length > 0) {
    const which = found.map(({ plan }) => `\`--dataset ${plan.dataset}\``).join(' or ');
    throw new UsageError(`Several datasets have read such a file; say which is meant: ${which}.`);
  }
  if (only === undefined) return explainFromReports(place, { opened, options, context, answers });
  const { plan, answer } = only;
  context.print(
    options.json === true
      ? visibleJson({ dataset: plan.dataset, ...answer }, 2)
      : explanationText(answer, plan, { opened, context }),
  );
  return 0;
}

interface Asked {
  readonly plan: Plan;
  readonly answer: Explanation | Refusal;
}
interface Found extends Asked {
  readonly answer: Explanation;
}
interface Surroundings {
  readonly opened: OpenedProject;
  readonly options: ExplainOptions;
  readonly context: CommandContext;
}

async function askDatasets(
  place: Place,
  { opened, options, context }: Surroundings,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const dataset of candidates(place, { opened, options, context })) {
    const plan = buildPlan(opened.project, dataset);
    const request = { opened, dataset, command: `pistevo explain ${dataset}` };
    const answer = await askLocal(request, context, async (local) => {
      const explained = await explainRecord({ ...local, plan, ...place });
      // A refusal of one dataset is no refusal of the command.
      return { explained };
    });
    asked.push({ plan, answer: answer.explained });
    if (answer.explained.kind === 'refused' && answer.explained.code === 'cancelled') break;
  }
  return asked;
}

/** The dataset that is named; else the one whose source folder the place is in; else every sound one. */
function candidates(place: Place, { opened, options, context }: Surroundings): readonly string[] {
  const { project } = opened;
  if (options.dataset !== undefined) {
    const dataset = chooseDataset(project, options.dataset);
    requireSound(opened, [dataset], context);
    return [dataset];
  }
  const findings = checkProject(project);
  const sound = project.datasets
    .filter(({ source, table }) => source !== null && table !== null)
    .filter(
      ({ name }) => !concerning(findings, project, [name]).some(({ severity }) => severity === 'error'),
    );
  const owner = sound.find(({ source }) => source !== null && place.file.startsWith(source.path));
  return owner === undefined ? sound.map(({ name }) => name) : [owner.name];
}

/** What did not commit is told from the reports of runs; nothing found anywhere is told by what the datasets said. */
function explainFromReports(
  place: Place,
  { opened, options, context, answers }: Surroundings & { readonly answers: readonly Asked[] },
): number {
  const sampled = findSampled(opened.root, place.file, place.line);
  if (sampled !== null) {
    context.print(
      options.json === true ? visibleJson(sampled, 2) : sampledText(sampled, place, { opened, context }),
    );
    return 0;
  }
  const refusals = answers.flatMap(({ answer }) => (answer.kind === 'refused' ? [answer] : []));
  const telling =
    refusals.find(({ code }) => code !== 'unknown_file') ?? (refusals.length === 1 ? refusals[0] : undefined);
  const message =
    telling?.message ??
    `No run of any dataset has read a file named \`${place.file}\`; \`pistevo report\` names the files of the last run.`;
  throw new UsageError(message, { exitCode: telling?.code === 'cancelled' ? 130 : 4 });
}

/** `claims.csv:44`; the line is what follows the last colon. */
function parsePlace(text: string): Place {
  const match = /^(.+):(\d{1,12})$/s.exec(text);
  const [, file = '', line = ''] = match ?? [];
  if (match === null || Number(line) < 1) {
    throw new UsageError(`\`${text}\` is not a place; write it as file:line, such as claims.csv:44.`);
  }
  return { file, line: Number(line) };
}

function insideProject(file: string, { root }: OpenedProject, context: CommandContext): string {
  const way = relative(root, resolve(context.folder, file));
  return way.startsWith('..') ? file : way.split(sep).join('/');
}
