import { configFile, schemaFile } from '../../model/project.ts';
import type { Place, ProjectView } from '../project-view.ts';
import { sqlNames } from '../sql-names.ts';
import { catalogOf } from './catalog-of.ts';
import type { NameUse } from './name-use.ts';
import { pathAt } from './path-at.ts';
import { usesInConfig } from './uses-in-config.ts';
import { usesInSchema } from './uses-in-schema.ts';
import { scriptUse } from './uses-of.ts';
import { holds } from './written.ts';

/** The name of a dataset or column that stands at a place; null when none does. */
export function nameAt(view: ProjectView, { file, offset }: Place): NameUse | null {
  const script = view.scripts[file];
  if (script !== undefined) {
    const found = sqlNames(script, catalogOf(view.project)).find(({ range }) => holds(range, offset));
    return found === undefined ? null : scriptUse(file, found);
  }
  const dataset = datasetAround(view, { file, offset });
  if (dataset === null) return null;
  const { project } = view;
  const uses =
    file === configFile ? usesInConfig(project, dataset) : usesInSchema(project, dataset, catalogOf(project));
  return uses.find((use) => use.file === file && holds(use.range, offset)) ?? null;
}

/** The dataset whose entry in a YAML file a place stands in, its key included. */
export function datasetAround(view: ProjectView, { file, offset }: Place): string | null {
  const path = pathAt(view, { file, offset });
  if (path === null) return null;
  const isEnvironment = file === configFile && path[0] === 'environments';
  const [section, dataset] = isEnvironment ? path.slice(2) : path;
  const isSection = file === configFile ? section === 'sources' : file === schemaFile && section === 'tables';
  return isSection && typeof dataset === 'string' ? dataset : null;
}
