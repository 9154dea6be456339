import type { Project } from '../model/project.ts';

/**
 * The datasets in waves: whatever a dataset references comes in an earlier wave, and the members of a wave may run side
 * by side. Datasets that reference each other in a ring share a wave. References to datasets outside `names` do not
 * count. Inside a wave the order of the project is kept.
 */
export function orderDatasets(project: Project, names: Iterable<string>): readonly (readonly string[])[] {
  const wanted = new Set(names);
  const left = project.datasets.filter(({ name }) => wanted.has(name)).map(({ name }) => name);
  const parents = parentsOf(project, new Set(left));
  const ancestors = new Map(left.map((name) => [name, ancestorsOf(name, parents)]));
  const waves: (readonly string[])[] = [];
  const done = new Set<string>();
  for (let rest = left; rest.length > 0; rest = rest.filter((name) => !done.has(name))) {
    // A name waits for those it descends from, except for those that descend from it in turn.
    const wave = rest.filter((name) =>
      [...(ancestors.get(name) ?? [])].every(
        (parent) => done.has(parent) || (ancestors.get(parent)?.has(name) ?? false),
      ),
    );
    if (wave.length === 0)
      throw new Error('No dataset is free to run, which an order by ancestors rules out.');
    waves.push(wave);
    for (const name of wave) done.add(name);
  }
  return waves;
}

function parentsOf(project: Project, names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    project.datasets
      .filter(({ name }) => names.has(name))
      .map(({ name, table }) => {
        const referenced = (table?.columns ?? []).flatMap(({ references }) => references?.dataset ?? []);
        return [name, referenced.filter((parent) => parent !== name && names.has(parent))];
      }),
  );
}

function ancestorsOf(name: string, parents: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...(parents.get(name) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(parents.get(next) ?? []));
  }
  return seen;
}
