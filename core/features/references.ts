import { configFile } from '../model/project.ts';
import type { Location, Place, ProjectView } from './project-view.ts';
import { nameAt } from './support/name-at.ts';
import { pathAt } from './support/path-at.ts';
import { usesOf } from './support/uses-of.ts';
import { variableAt, variableKeys, variableUses } from './support/variable-at.ts';

export interface ReferenceOptions {
  readonly includeDeclaration: boolean;
}

/**
 * Every place that names the dataset or column at a place, in both YAML files and the scripts; for a variable its uses in the
 * configuration. Empty where nothing is named.
 */
export function references(view: ProjectView, place: Place, options: ReferenceOptions): readonly Location[] {
  const use = nameAt(view, place);
  if (use === null) return variableReferences(view, place, options);
  return usesOf(view, use.name)
    .filter((entry) => options.includeDeclaration || !entry.isDeclaration)
    .map(({ file, range }) => ({ file, range }));
}

function variableReferences(
  view: ProjectView,
  place: Place,
  { includeDeclaration }: ReferenceOptions,
): readonly Location[] {
  const text = place.file === configFile ? view.documents[configFile] : undefined;
  if (text === undefined) return [];
  const [section, name, ...rest] = (pathAt(view, place) ?? []).slice(-2);
  const isKey = section === 'variables' && typeof name === 'string' && rest.length === 0;
  const variable = variableAt(text, place.offset)?.name ?? (isKey ? name : null);
  if (variable === null) return [];
  const keys = variableKeys(view.project, variable);
  if (keys.length === 0) return [];
  const found = [...(includeDeclaration ? keys : []), ...variableUses(text, variable)];
  return found.sort((left, right) => left.start - right.start).map((range) => ({ file: configFile, range }));
}
