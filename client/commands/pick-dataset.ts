import { window } from 'vscode';
import type { Project } from '../projects/project-model.ts';
import { resultText } from '../runs/describe-run.ts';
import type { Services } from '../services.ts';
import { formatAge, formatAmount } from '../text/amounts.ts';
import { plainText } from '../text/plain-text.ts';
import { type Choice, type Picker, pick } from './pick.ts';
import type { Target } from './target.ts';

export interface ChosenDataset {
  readonly project: Project;
  readonly dataset: string;
}

/** The dataset that is pointed at, the only one, or the one that the user picks. Says so when there is none. */
export async function pickDataset(
  services: Services,
  target: Target,
  title: string,
  picker?: Picker,
): Promise<ChosenDataset | undefined> {
  const { projects } = services;
  if (target.dataset !== undefined) {
    const found = projects.findDataset(target.dataset, target.folder);
    if (found !== null) return { project: found.project, dataset: found.dataset.name };
    void window.showErrorMessage(
      `There is no dataset ${plainText(target.dataset)} in ${projects.all().length === 1 ? 'the project' : 'the projects'} of this window.`,
    );
    return undefined;
  }
  const choices = datasetChoices(services);
  if (choices.length === 0) {
    void window.showInformationMessage(
      'No dataset is described in this window yet; `Pistevo: New Project…` begins one.',
    );
    return undefined;
  }
  return (await pick(title, choices, picker))?.value;
}

/** Every dataset with what waits for it and how it last went; with its project where there are several. */
export function datasetChoices({ projects, runs }: Services): readonly Choice<ChosenDataset>[] {
  const all = projects.all();
  return all.flatMap((project) =>
    project.datasets.map(({ name, sourceFiles = 0 }) => {
      const last = runs.store
        .all()
        .find(({ root, record }) => root === project.folder && record.dataset === name);
      const parts = [
        ...(all.length > 1 ? [project.label] : []),
        ...(sourceFiles > 0 ? [`${formatAmount(sourceFiles, 'file')} waiting`] : []),
        ...(last === undefined
          ? []
          : [`${resultText(last.record)} · ${formatAge(Date.now() - Date.parse(last.record.startedAt))}`]),
      ];
      return {
        label: `$(table) ${plainText(name)}`,
        description: plainText(parts.join(' · ')),
        value: { project, dataset: name },
      };
    }),
  );
}
