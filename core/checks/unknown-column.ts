import { type Project, schemaFile } from '../model/project.ts';
import { foldCase } from '../text/fold-case.ts';
import type { Discovery, ProjectCheck } from './check.ts';
import { type ColumnUse, ownUses, referenceUses } from './support/column-uses.ts';
import { nearName, orElse } from './support/did-you-mean.ts';
import { columnNames, hasTable, isDamaged } from './support/known-names.ts';
import { replaceFix } from './support/replace-fix.ts';
import { writtenExpressions } from './support/written-expressions.ts';

/**
 * A key, mask, partition, reference or condition that names a column which the table does not have. Case is ignored, as engines do,
 * but not in masks: what somebody meant to hide must not hang on a reading of letters.
 */
export const unknownColumn: ProjectCheck = {
  code: 'unknown-column',
  severity: 'error',
  title: 'A setting names a column that does not exist',
  run: ({ project, references }) => inUses(project, referenceUses(project, references)),
  runDataset({ project }) {
    return [...inUses(project, ownUses(project)), ...inExpressions(project)];
  },
};

function inUses(project: Project, uses: readonly ColumnUse[]): readonly Discovery[] {
  const columns = new Map<string, readonly string[]>();
  return uses.flatMap((use): readonly Discovery[] => {
    if (!hasTable(project, use.dataset)) return [];
    const known = columns.get(use.dataset) ?? columnNames(project, use.dataset);
    columns.set(use.dataset, known);
    if (isKnown(use, known) || isDamaged(project, schemaFile, ['tables', use.dataset])) return [];
    return [explain(project, use, known)];
  });
}

function isKnown(use: ColumnUse, known: readonly string[]): boolean {
  if (known.includes(use.column)) return true;
  return use.kind !== 'mask' && known.some((name) => foldCase(name) === foldCase(use.column));
}

function explain(project: Project, use: ColumnUse, known: readonly string[]): Discovery {
  const near = nearName(use.column, known);
  const place = use.place();
  const setting =
    use.kind === 'references' ? `\`references\` of \`${use.owner}.${use.child}\`` : `\`${use.kind}\``;
  const advice = `name a column of \`${use.dataset}\` in ${setting}`;
  return {
    ...place,
    message: `Column \`${use.column}\` is not in \`${use.dataset}\`${orElse(near, advice)}`,
    fixes:
      near === null
        ? []
        : replaceFix(project, place, { from: use.column, to: near, isPart: use.kind === 'references' }),
  };
}

function inExpressions(project: Project): readonly Discovery[] {
  return writtenExpressions(project).flatMap(({ dataset, table, label, unknownColumns, place: placeOf }) =>
    unknownColumns.map(({ name, range }): Discovery => {
      const near = nearName(
        name,
        table.columns.map((column) => column.name),
      );
      const place = placeOf(range);
      return {
        ...place,
        message: `Column \`${name}\` is not in \`${dataset}\`${orElse(near, `name one of its columns in ${label}`)}`,
        fixes: near === null ? [] : replaceFix(project, place, { from: name, to: near, isPart: true }),
      };
    }),
  );
}
