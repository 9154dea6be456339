import { window } from 'vscode';
import type { Project } from '../projects/project-model.ts';
import type { Services } from '../services.ts';
import { plainText } from '../text/plain-text.ts';
import { type Choice, pick } from './pick.ts';
import type { Target } from './target.ts';

export interface ChosenDataset {
  readonly project: Project;
  readonly dataset: string;
}

/** The dataset that is pointed at, the only one, or the one that the user picks. Says so when there is none. */
export async function pickDataset(
  { projects }: Services,
  target: Target,
  title: string,
): Promise<ChosenDataset | undefined> {
  if (target.dataset !== undefined) {
    const found = projects.findDataset(target.dataset, target.folder);
    if (found !== null) return { project: found.project, dataset: found.dataset.name };
    void window.showErrorMessage(
      `There is no dataset ${plainText(target.dataset)} in ${projects.all().length === 1 ? 'the project' : 'the projects'} of this window.`,
    );
    return undefined;
  }
  const choices = datasetChoices(projects.all());
  if (choices.length === 0) {
    void window.showInformationMessage(
      'No dataset is described in this window yet; `Pistevo: New Project…` begins one.',
    );
    return undefined;
  }
  return (await pick(title, choices))?.value;
}

/** Every dataset; with its project where there are several. */
export function datasetChoices(projects: readonly Project[]): readonly Choice<ChosenDataset>[] {
  return projects.flatMap((project) =>
    project.datasets.map(({ name }) => ({
      label: plainText(name),
      ...(projects.length > 1 && { description: plainText(project.label) }),
      value: { project, dataset: name },
    })),
  );
}
