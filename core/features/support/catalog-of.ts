import { configFile, type Project } from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';
import type { SqlCatalog } from '../sql-names.ts';
import { columnNames, datasetNames, settingsRoots } from './written.ts';

/** The datasets of a project as SQL texts may name them. Columns are looked up only for the datasets that a text names. */
export function catalogOf(project: Project): SqlCatalog {
  const datasets = new Map<
    string,
    { readonly name: string; readonly columns: ReadonlyMap<string, string> }
  >();
  for (const name of datasetNames(project)) {
    let columns: ReadonlyMap<string, string> | null = null;
    datasets.set(foldCase(name), {
      name,
      get columns() {
        columns ??= new Map(columnNames(project, name).map((column) => [foldCase(column), column]));
        return columns;
      },
    });
  }
  const written = settingsRoots(project).map((root) =>
    writtenAt(project, configFile, [...root, 'target_schema']),
  );
  const schemas = [project.settings.targetSchema, ...written].filter((name) => typeof name === 'string');
  return { schemas: new Set(schemas.map(foldCase)), datasets };
}
