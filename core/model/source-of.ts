import type { SourceText } from '../text/parted-text.ts';
import type { Project } from './project.ts';

/** The text of a file of the project, YAML or SQL; null when it is not there. */
export function sourceOf({ documents, scripts }: Project, file: string): SourceText | null {
  const found = [...Object.values(documents), ...scripts].find((entry) => entry?.file === file);
  return found?.source ?? null;
}
