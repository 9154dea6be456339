import type { Project } from '../model/project.ts';
import { nearNames } from '../text/near-names.ts';

export type UnresolvedDataset =
  | { readonly kind: 'unknown'; readonly near: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] };

/**
 * The dataset that a command's argument means: the name itself, else its singular or plural twin where just one is
 * there (`patient` for `patients`, `company` for `companies`), ASCII case ignored. Otherwise why none is meant.
 */
export function resolveDataset(project: Project, name: string): string | UnresolvedDataset {
  const names = project.datasets.map((dataset) => dataset.name);
  if (names.includes(name)) return name;
  const wanted = name.toLowerCase();
  const exact = names.filter((candidate) => candidate.toLowerCase() === wanted);
  const twins =
    exact.length > 0 ? exact : names.filter((candidate) => areTwins(candidate.toLowerCase(), wanted));
  const [only, ...others] = twins;
  if (only === undefined) return { kind: 'unknown', near: nearNames(name, names) };
  return others.length === 0 ? only : { kind: 'ambiguous', names: twins };
}

function areTwins(left: string, right: string): boolean {
  return plurals(left).includes(right) || plurals(right).includes(left);
}

/** English plurals that a noun may have; which of them is right does not matter here. */
function plurals(noun: string): readonly string[] {
  if (noun === '') return [];
  const forms = [`${noun}s`];
  if (/(s|x|z|ch|sh)$/.test(noun)) forms.push(`${noun}es`);
  if (/[^aeiou]y$/.test(noun)) forms.push(`${noun.slice(0, -1)}ies`);
  return forms;
}
