import type { Fix } from '../contracts/finding.ts';
import { addEntry } from '../model/edit/add-entry.ts';
import { configFile, type Project } from '../model/project.ts';
import { quotedScalar } from '../syntax/yaml/yaml-scalar.ts';
import { parsePath } from '../text/path.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { isWritten, type Place, placeAt } from './support/place.ts';
import { replaceFix } from './support/replace-fix.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A source path that names a file, where a folder is meant. */
export const sourcePathIsFile: ProjectCheck = {
  code: 'source-path-is-file',
  severity: 'warning',
  title: 'A source path names a file instead of a folder',
  runDataset({ project }) {
    return datasetsWithSource(project).flatMap(({ name, source }): Discovery[] => {
      const [, folder = '', file] =
        /^(.*\/|)([^/]+\.(?:csv|tsv|txt|psv|dat)(?:\.gz)?)\/$/i.exec(source.path) ?? [];
      if (file === undefined) return [];
      const place = placeAt(project, configFile, ['sources', name, 'path']);
      return [
        {
          ...place,
          message: `The source of \`${name}\` is a folder, and \`${file}\` looks like a file; write \`path: ${folder === '' ? './' : folder}\` and \`format: {glob: '${file}'}\`.`,
          fixes: folderFix(project, place, { name, folder: folder === '' ? './' : folder, file }),
        },
      ];
    });
  },
};

/** The folder as path, and the file as pattern beside it; none where a format or a variable is written already. */
function folderFix(
  project: Project,
  place: Place,
  { name, folder, file }: { readonly name: string; readonly folder: string; readonly file: string },
): readonly Fix[] {
  const written = parsePath(project.originOf(configFile, ['sources', name, 'path']).path);
  const source = written.slice(0, -1);
  if (isWritten(project, configFile, ['sources', name, 'format'])) return [];
  const [path] = replaceFix(project, place, { from: `${folder === './' ? '' : folder}${file}`, to: folder });
  const format = `format: {glob: ${quotedScalar(file)}}`;
  const addition = addEntry({ project, file: configFile, path: source }, { block: format, flow: format });
  if (path === undefined || addition === null) return [];
  return [{ title: `Read \`${file}\` of the folder \`${folder}\``, edits: [...path.edits, addition] }];
}
