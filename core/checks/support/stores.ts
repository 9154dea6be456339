import { configFile, type Project } from '../../model/project.ts';
import { isWritten } from './place.ts';

/** A folder that runs write to. */
export interface Store {
  readonly key: 'target_path' | 'archive_path' | 'artifacts_path' | 'logs_path';
  readonly path: string;
  /** The setting that says so: a folder with a default place stands beside the target. */
  readonly writtenAs: string;
}

/** The folders of a project that runs write to. */
export function projectStores(project: Project): readonly Store[] {
  const { targetPath, archivePath, artifactsPath, logsPath } = project.settings;
  const stores: (readonly [Store['key'], string | null])[] = [
    ['target_path', targetPath],
    ['archive_path', archivePath],
    ['artifacts_path', artifactsPath],
    ['logs_path', logsPath],
  ];
  return stores.flatMap(([key, path]) => {
    if (path === null) return [];
    return [{ key, path, writtenAs: isWritten(project, configFile, [key]) ? key : 'target_path' }];
  });
}
