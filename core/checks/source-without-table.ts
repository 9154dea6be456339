import type { Fix } from '../contracts/finding.ts';
import { configFile, type Path, type Project, type ProjectFile, schemaFile } from '../model/project.ts';
import { keysAt } from '../model/written-at.ts';
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
        return {
          ...placeAt(project, configFile, ['sources', name], 'key'),
          message: `Dataset \`${name}\` has no table in \`${schemaFile}\`${orElse(near, `describe its columns under \`tables.${name}\``)}`,
          fixes: near === null ? [] : twinFixes(project, name, near),
        };
      });
  },
};

/** Either half of a dataset may be misspelt: more likely the one whose name nothing else says. */
function twinFixes(project: Project, source: string, table: string): readonly Fix[] {
  const references = project.datasets.flatMap(({ table: own }) => own?.columns ?? []);
  const isReferred = references.some(({ references: found }) => found?.dataset === source);
  const isInEnvironment = keysAt(project, configFile, ['environments']).some((environment) =>
    keysAt(project, configFile, ['environments', environment, 'sources']).includes(source),
  );
  const inSchema = keyFix(project, schemaFile, { path: ['tables', table], to: source });
  const inConfig = isInEnvironment
    ? []
    : keyFix(project, configFile, { path: ['sources', source], to: table });
  return isReferred ? [...inSchema, ...inConfig] : [...inConfig, ...inSchema];
}

function keyFix(
  project: Project,
  file: ProjectFile,
  { path, to }: { readonly path: Path; readonly to: string },
): readonly Fix[] {
  const from = String(path.at(-1));
  const place = { file, range: project.documents[file]?.rangeOf(path, 'key') ?? { start: 0, end: 0 } };
  const title = `Change \`${from}\` to \`${to}\` in \`${file}\``;
  return replaceFix(project, place, { from, to }).map((fix) => ({ ...fix, title }));
}
