import { schemaFile } from '../model/project.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { placeAt } from './support/place.ts';

interface Edge {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
}

/** Datasets that refer to one another in a ring, or to themselves: their first deliveries wait for each other. */
export const referenceCycle: ProjectCheck = {
  code: 'reference-cycle',
  severity: 'info',
  title: 'Datasets reference each other in a ring',
  run({ project, references }) {
    const edges = references.map(({ owner, column, reference }): Edge => {
      return { child: owner, column: column.name, parent: reference.dataset };
    });
    const reachable = reach(edges);
    const told = new Set<string>();
    return edges.flatMap((edge): Discovery[] => {
      const { child, column, parent } = edge;
      if (!(reachable.get(parent)?.has(child) ?? false)) return [];
      const ring = [child, parent, ...(reachable.get(parent) ?? [])].filter(
        (name) => reachable.get(name)?.has(child) ?? false,
      );
      const id = [...new Set(ring)].toSorted().join('\n');
      if (told.has(id)) return [];
      told.add(id);
      const path = ['tables', child, 'columns', column, 'references'];
      return [{ ...placeAt(project, schemaFile, path), message: explain(child, parent) }];
    });
  },
};

function explain(child: string, parent: string): string {
  if (child === parent) {
    return `\`${child}\` references itself; a record whose parent arrives in the same delivery is quarantined and retried with the next run.`;
  }
  return `\`${child}\` references \`${parent}\`, which leads back to \`${child}\`; records that wait for each other are quarantined and retried with the next run.`;
}

/** For each dataset, all that its references lead to, itself only through a ring. */
function reach(edges: readonly Edge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map<string, string[]>();
  for (const { child, parent } of edges) parents.set(child, [...(parents.get(child) ?? []), parent]);
  const reached = new Map<string, ReadonlySet<string>>();
  for (const start of parents.keys()) {
    const seen = new Set<string>();
    const waiting = [...(parents.get(start) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(parents.get(next) ?? []));
    }
    reached.set(start, seen);
  }
  return reached;
}
