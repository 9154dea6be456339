import { configFile, schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { nearName, orElse } from './support/did-you-mean.ts';
import { isDamaged, tableNames } from './support/known-names.ts';
import { placeAt } from './support/place.ts';
import { replaceFix } from './support/replace-fix.ts';
import { datasetsWithSource } from './support/tables.ts';

/** A dataset of `sources:` that `tables:` does not describe: there are no columns to read it into. */
export const sourceWithoutTable: ProjectCheck = {
  code: 'source-without-table',
  severity: 'error',
  title: 'A source has no table in the schema',
  run({ project }) {
    if (isDamaged(project, schemaFile)) return [];
    const tables = tableNames(project);
    const sources = datasetsWithSource(project).map((dataset) => dataset.name);
    const [described, read] = [new Set(tables), new Set(sources)];
    const loose = tables.filter((name) => !read.has(name));
    return sources
      .filter((name) => !described.has(name))
      .map((name): Discovery => {
        const near = nearName(name, loose);
        const place = placeAt(project, configFile, ['sources', name], 'key');
        return {
          ...place,
          message: `Dataset \`${name}\` has no table in \`${schemaFile}\`${orElse(near, `describe its columns under \`tables.${name}\``)}`,
          fixes: near === null ? [] : replaceFix(project, place, { from: name, to: near }),
        };
      });
  },
};
