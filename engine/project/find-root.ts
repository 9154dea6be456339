import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configFile, type ProjectFile, schemaFile } from '../../core/model/project.ts';

export type FoundRoot =
  | { readonly kind: 'found'; readonly root: string }
  /** `half` is the nearest folder that holds one of the two files, and the other, which it lacks. */
  | {
      readonly kind: 'none';
      readonly half: { readonly folder: string; readonly missing: ProjectFile } | null;
    };

/** The nearest folder, from `start` upwards, that holds both project files. Absolute. */
export function findRoot(start: string): FoundRoot {
  let half: { folder: string; missing: ProjectFile } | null = null;
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const missing = missingFiles(folder);
    if (missing.length === 0) return { kind: 'found', root: folder };
    const [only] = missing;
    if (half === null && missing.length === 1 && only !== undefined) half = { folder, missing: only };
    if (folder === dirname(folder)) return { kind: 'none', half };
  }
}

/** Which of the two files a folder lacks. */
export function missingFiles(folder: string): readonly ProjectFile[] {
  return ([configFile, schemaFile] as const).filter((file) => !existsSync(join(folder, file)));
}
