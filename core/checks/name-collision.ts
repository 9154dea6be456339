import { configFile, type Project, schemaFile } from '../model/project.ts';
import { keysAt } from '../model/written-at.ts';
import { foldCase } from '../text/fold-case.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { tableNames } from './support/known-names.ts';
import { type Place, placeAt } from './support/place.ts';
import { datasetsWithTable, type TableDataset } from './support/tables.ts';

interface Named {
  readonly name: string;
  place(): Place;
}

/** Names that an engine, or the header of a source file, cannot tell apart. */
export const nameCollision: ProjectCheck = {
  code: 'name-collision',
  severity: 'error',
  title: 'Two names differ in case alone, or not at all',
  run({ project }) {
    const tables = tableNames(project).map((name) => ({
      name,
      place: () => placeAt(project, schemaFile, ['tables', name], 'key'),
    }));
    const sources = keysAt(project, configFile, ['sources']).map((name) => ({
      name,
      place: () => placeAt(project, configFile, ['sources', name], 'key'),
    }));
    return [
      ...collisions(
        tables,
        (name, other) =>
          `Datasets \`${name}\` and \`${other}\` would be one table, because engines ignore case; rename one.`,
      ),
      ...collisions(
        sources,
        (name, other) =>
          `Datasets \`${name}\` and \`${other}\` would be one table, because engines ignore case; rename one.`,
      ),
    ];
  },
  runDataset({ project }) {
    return datasetsWithTable(project).flatMap((dataset) => inTable(project, dataset));
  },
};

function inTable(project: Project, { name: dataset, table }: TableDataset): readonly Discovery[] {
  const path = ['tables', dataset];
  const columns = table.columns.map(({ name }) => ({
    name,
    place: () => placeAt(project, schemaFile, [...path, 'columns', name], 'key'),
  }));
  const aliases = table.columns.flatMap((column) =>
    column.renameFrom
      .filter((alias) => fold(alias) !== fold(column.name))
      .map((alias) => ({
        name: alias,
        owner: column.name,
        place: () =>
          placeAt(project, schemaFile, [
            ...path,
            'columns',
            column.name,
            'rename_from',
            column.renameFrom.indexOf(alias),
          ]),
      })),
  );
  const checks = table.checks.map(({ name, index }) => ({
    name,
    place: () => placeAt(project, schemaFile, [...path, 'checks', index, 'name']),
  }));
  const owners = new Map(aliases.toReversed().map((alias) => [fold(alias.name), alias.owner]));
  return [
    ...collisions(
      columns,
      (name, other) =>
        `Columns \`${name}\` and \`${other}\` of \`${dataset}\` would be one, because engines and headers ignore case; rename one.`,
    ),
    ...aliases.flatMap((alias): Discovery[] => {
      const column = columns.find(({ name }) => fold(name) === fold(alias.name));
      const owner = owners.get(fold(alias.name));
      const other = column?.name ?? (owner === alias.owner ? undefined : owner);
      if (other === undefined) return [];
      return [
        {
          ...alias.place(),
          message: `A header \`${alias.name}\` would mean both \`${alias.owner}\` and \`${other}\` of \`${dataset}\`; take it out of \`rename_from\` of one.`,
        },
      ];
    }),
    ...collisions(
      checks,
      (name) =>
        `Two checks of \`${dataset}\` are named \`${name}\`, so that their results could not be told apart; rename one.`,
    ),
  ];
}

function collisions(
  entries: readonly Named[],
  explain: (name: string, other: string) => string,
): readonly Discovery[] {
  const first = new Map<string, Named>();
  return entries.flatMap((entry): Discovery[] => {
    const earlier = first.get(fold(entry.name));
    if (earlier === undefined) {
      first.set(fold(entry.name), entry);
      return [];
    }
    return [
      {
        ...entry.place(),
        message: explain(entry.name, earlier.name),
        related: [{ ...earlier.place(), message: `\`${earlier.name}\` is here` }],
      },
    ];
  });
}

function fold(name: string): string {
  return foldCase(name.trim());
}
