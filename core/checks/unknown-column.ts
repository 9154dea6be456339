import { type Project, schemaFile } from '../model/project.ts';
import { documentOf } from '../model/written-at.ts';
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
  return explainList(project, use, known) ?? explainNone(use) ?? explainName(project, use, known);
}

/** `claim_id line_number`: names that should be a list. */
function explainList(project: Project, use: ColumnUse, known: readonly string[]): Discovery | null {
  const names = use.column.split(/[\s,;+|]+/).filter((name) => name !== '');
  if (names.length < 2 || use.kind === 'references' || use.kind === 'cdc_key') return null;
  if (!names.every((name) => isKnown({ ...use, column: name }, known))) return null;
  const place = use.place();
  const document = documentOf(project, place.file);
  const before = /\S(?=\s*$)/.exec(
    document?.source.slice(Math.max(0, place.range.start - 200), place.range.start) ?? '',
  );
  const isInList = before?.[0] === '[' || before?.[0] === ',';
  const newText = isInList ? names.join(', ') : `[${names.join(', ')}]`;
  return {
    ...place,
    message: `\`${use.column}\` is read as the name of one column; write \`[${names.join(', ')}]\`.`,
    fixes: before?.[0] === '-' ? [] : [{ title: `Write \`${newText}\``, edits: [{ ...place, newText }] }],
  };
}

/** `cdc_key: none`, where nothing is meant. */
function explainNone(use: ColumnUse): Discovery | null {
  if (use.kind !== 'cdc_key' || !/^(?:none|null|n\/a|-)$/i.test(use.column)) return null;
  const place = use.place();
  const message = `Column \`${use.column}\` is not in \`${use.dataset}\`; write \`cdc_key: ''\` when no column tells which change is newer.`;
  return { ...place, message, fixes: [{ title: "Write `''`", edits: [{ ...place, newText: "''" }] }] };
}

function explainName(project: Project, use: ColumnUse, known: readonly string[]): Discovery {
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
