import { configFile, type Project, schemaFile } from '../model/project.ts';
import { keysAt } from '../model/written-at.ts';
import type { CheckContext, Discovery, ProjectCheck } from './check.ts';
import { referencePlace } from './support/column-uses.ts';
import { nearName, orElse } from './support/did-you-mean.ts';
import { hasTable, isDamaged, tableNames } from './support/known-names.ts';
import { replaceFix } from './support/replace-fix.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A reference, or an environment, that names a dataset which the project does not have. */
export const unknownDataset: ProjectCheck = {
  code: 'unknown-dataset',
  severity: 'error',
  title: 'A reference or an environment names a dataset that does not exist',
  run(context) {
    if (isDamaged(context.project, schemaFile)) return [];
    return [...inReferences(context), ...inEnvironments(context.project)];
  },
};

function inReferences({ project, references }: CheckContext): readonly Discovery[] {
  const tables = tableNames(project);
  const sources = new Set(datasetsWithSource(project).map(({ name }) => name));
  return references.flatMap(({ owner: name, column, reference: { dataset: parent } }): Discovery[] => {
    // A source without a table is told of where it stands.
    if (hasTable(project, parent) || sources.has(parent)) return [];
    const near = nearName(parent, tables);
    const place = referencePlace(project, [name, column.name], 'dataset');
    return [
      {
        ...place,
        message: `Column \`${column.name}\` of \`${name}\` references \`${parent}\`, which is not a dataset${orElse(near, 'describe it in the schema, or take `references` away')}`,
        fixes: near === null ? [] : replaceFix(project, place, { from: parent, to: near, isPart: true }),
      },
    ];
  });
}

/** Environments that are not chosen are read as written: a name is right when any half of the project knows it. */
function inEnvironments(project: Project): readonly Discovery[] {
  const document = project.documents[configFile];
  if (document === undefined || isDamaged(project, configFile)) return [];
  const known = new Set([...tableNames(project), ...keysAt(project, configFile, ['sources'])]);
  return keysAt(project, configFile, ['environments']).flatMap((environment) =>
    keysAt(project, configFile, ['environments', environment, 'sources']).flatMap((name): Discovery[] => {
      if (known.has(name)) return [];
      const near = nearName(name, known);
      const path = ['environments', environment, 'sources', name];
      const place = { file: configFile, range: document.rangeOf(path, 'key') };
      return [
        {
          ...place,
          message: `Environment \`${environment}\` sets up \`${name}\`, which is not a dataset${orElse(near, 'add it to `sources`, or take it out of the environment')}`,
          fixes: near === null ? [] : replaceFix(project, place, { from: name, to: near }),
        },
      ];
    }),
  );
}
