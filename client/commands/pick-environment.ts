import { Uri, workspace } from 'vscode';
import type { Project } from '../projects/project-model.ts';
import { plainText } from '../text/plain-text.ts';
import { type Picker, pick } from './pick.ts';

/**
 * The environment of a run: `{ environment: null }` is the project's own default. The setting decides without asking; where the
 * project has fewer than two there is nothing to ask. Undefined when the user turned away.
 */
export async function pickEnvironment(
  project: Project,
  picker?: Picker,
): Promise<{ readonly environment: string | null } | undefined> {
  const wanted = environmentSetting(project);
  if (wanted !== null) return { environment: wanted };
  const [only] = project.environments;
  if (project.environments.length < 2)
    return { environment: only === project.environment ? null : (only ?? null) };
  const standard = project.environment;
  const sorted = [...project.environments].sort((a, b) => Number(b === standard) - Number(a === standard));
  const choices = sorted.map((name) => ({
    label: plainText(name),
    ...(name === standard && { description: 'default' }),
    value: { environment: name },
  }));
  return (await pick('In which environment?', choices, picker))?.value;
}

/** `pistevo.run.environment` for the project's folder; null when it is not set. */
export function environmentSetting(project: Project): string | null {
  const wanted = workspace
    .getConfiguration('pistevo', Uri.file(project.folder))
    .get<string>('run.environment', '');
  return wanted === '' ? null : wanted;
}
