import { window } from 'vscode';
import type { Project } from '../projects/project-model.ts';
import type { Services } from '../services.ts';
import { plainText } from '../text/plain-text.ts';
import { type Picker, pick } from './pick.ts';
import type { Target } from './target.ts';

/** The project that is pointed at, the only one, or the one that the user picks. Says so when there is none. */
export async function pickProject(
  { projects }: Services,
  target: Target,
  title: string,
  picker?: Picker,
): Promise<Project | undefined> {
  const all = projects.all();
  const meant = target.folder === undefined ? undefined : projects.find(target.folder);
  if (meant !== undefined && meant !== null) return meant;
  if (all.length === 0) {
    void window.showInformationMessage(
      'There is no project in this window; `Pistevo: New Project…` begins one.',
    );
    return undefined;
  }
  if (all.length === 1) return all[0];
  return (
    await pick(
      title,
      all.map((project) => ({ label: `$(folder-library) ${plainText(project.label)}`, value: project })),
      picker,
    )
  )?.value;
}
