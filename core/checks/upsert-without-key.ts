import type { Fix } from '../contracts/finding.ts';
import { addEntry } from '../model/edit/add-entry.ts';
import { likelyKey } from '../model/edit/likely-key.ts';
import { configFile, type Project, type Table } from '../model/project.ts';
import { parsePath } from '../text/path.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { isWritten, placeAt } from './support/place.ts';
import { datasetsWithSource } from './support/tables.ts';

/** An upsert that does not say which rows are the same. */
export const upsertWithoutKey: ProjectCheck = {
  code: 'upsert-without-key',
  severity: 'error',
  title: 'An upsert has no merge key',
  runDataset({ project }) {
    return datasetsWithSource(project)
      .filter(({ source }) => source.load === 'upsert' && source.mergeKey.length === 0)
      .map(({ name, table }): Discovery => {
        return {
          ...placeAt(project, configFile, ['sources', name], 'key'),
          message: `Dataset \`${name}\` is loaded by upsert and has no \`merge_key\`; name the columns that tell its rows apart, or say \`load: append\` or \`load: replace\`.`,
          fixes: keyFixes(project, name, table),
        };
      });
  },
};

/** A key by the column that looks most like one, and loading without a key. */
function keyFixes(project: Project, name: string, table: Table | null): readonly Fix[] {
  const path = parsePath(project.originOf(configFile, ['sources', name]).path);
  const isEmpty = isWritten(project, configFile, ['sources', name, 'merge_key']);
  const key = isEmpty ? null : likelyKey(name, table);
  return [...(key === null ? [] : [`merge_key: ${key}`]), 'load: append'].flatMap((setting) => {
    const edit = addEntry({ project, file: configFile, path }, { block: setting, flow: setting });
    return edit === null ? [] : [{ title: `Add \`${setting}\``, edits: [edit] }];
  });
}
