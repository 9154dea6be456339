import type { Project } from '../../core/model/project.ts';
import { resolveDataset } from '../../core/plan/resolve-dataset.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** The dataset that a person means by a name, its singular or its plural. Throws UsageError when there is none. */
export function chooseDataset(project: Project, wanted: string): string {
  const resolved = resolveDataset(project, wanted);
  if (typeof resolved === 'string') return resolved;
  if (resolved.kind === 'ambiguous') {
    throw new UsageError(`\`${wanted}\` could be ${list(resolved.names, 'or')}; write the full name.`);
  }
  if (resolved.near.length > 0)
    throw new UsageError(`There is no dataset \`${wanted}\`; did you mean ${list(resolved.near, 'or')}?`);
  const names = project.datasets.map(({ name }) => name);
  const known =
    names.length === 0
      ? 'the project has none yet: add one with `pistevo infer <csv> --write`'
      : `choose one of ${list(names, 'and')}`;
  throw new UsageError(`There is no dataset \`${wanted}\`; ${known}.`);
}

/** Datasets by name, each once, or all of them. Throws UsageError when neither or both are asked for. */
export function chooseDatasets(
  project: Project,
  wanted: readonly string[],
  isAll: boolean,
): readonly string[] {
  if (isAll && wanted.length > 0) throw new UsageError('Name datasets or give `--all`, not both.');
  const names = project.datasets.map(({ name }) => name);
  if (isAll) return names;
  if (wanted.length === 0) {
    const known =
      names.length === 0 ? '' : ` (${list(names.slice(0, 10), 'and')}${names.length > 10 ? ', …' : ''})`;
    throw new UsageError(`Say which datasets are meant${known}, or give \`--all\`.`);
  }
  return [...new Set(wanted.map((name) => chooseDataset(project, name)))];
}

function list(names: readonly string[], word: string): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`;
}
