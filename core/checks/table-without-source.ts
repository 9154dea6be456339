import { configFile, type Project, schemaFile } from '../model/project.ts';
import { keysAt } from '../model/written-at.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { nearName } from './support/did-you-mean.ts';
import { isDamaged, tableNames } from './support/known-names.ts';
import { placeAt } from './support/place.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A table that no source fills. A near name among the sources without a table is the other check's finding. */
export const tableWithoutSource: ProjectCheck = {
  code: 'table-without-source',
  severity: 'warning',
  title: 'A table has no source in the configuration',
  run({ project }) {
    if (isDamaged(project, configFile)) return [];
    const tables = tableNames(project);
    const sources = sourceNames(project);
    const described = new Set(tables);
    const loose = [...sources].filter((name) => !described.has(name));
    return tables
      .filter((name) => !sources.has(name) && nearName(name, loose) === null)
      .map((name): Discovery => {
        return {
          ...placeAt(project, schemaFile, ['tables', name], 'key'),
          message: `Table \`${name}\` has no source in \`${configFile}\`; add \`sources.${name}\` with its \`path\`.`,
        };
      });
  },
};

/** Sources of the project and of any of its environments, also those that are not sound. */
function sourceNames(project: Project): ReadonlySet<string> {
  const written = [
    ...keysAt(project, configFile, ['sources']),
    ...project.environments.flatMap((name) => keysAt(project, configFile, ['environments', name, 'sources'])),
  ];
  return new Set([...datasetsWithSource(project).map(({ name }) => name), ...written]);
}
