import type { Location, Place, ProjectView } from './project-view.ts';
import { nameAt } from './support/name-at.ts';
import { usesOf } from './support/uses-of.ts';

/** Every place that names the dataset or column at a place, in both YAML files and the scripts. Empty where nothing is named. */
export function references(
  view: ProjectView,
  place: Place,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): readonly Location[] {
  const use = nameAt(view, place);
  if (use === null) return [];
  return usesOf(view, use.name)
    .filter((entry) => includeDeclaration || !entry.isDeclaration)
    .map(({ file, range }) => ({ file, range }));
}
