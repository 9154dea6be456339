import { type Path, type Project, schemaFile } from '../../model/project.ts';
import { keysAt, writtenAt } from '../../model/written-at.ts';
import { columnsOf } from '../../semantics/type-expression.ts';
import { parseExpression } from '../../syntax/check-expression/parse-expression.ts';
import { foldCase } from '../../text/fold-case.ts';
import { entriesOf } from '../../text/value-at.ts';
import { type SqlCatalog, sqlNames } from '../sql-names.ts';
import type { NameUse, UseKind } from './name-use.ts';
import { namesAt, partsAt, type Spot, useOf } from './names-at.ts';

/** Every place in a table's entry that names a dataset or a column. `catalog` tells what `sql` checks may speak of. */
export function usesInSchema(project: Project, dataset: string, catalog: SqlCatalog): readonly NameUse[] {
  const names = keysAt(project, schemaFile, ['tables']).filter(
    (name) => foldCase(name) === foldCase(dataset),
  );
  return names.flatMap((name) => {
    const path = ['tables', name];
    const at = (...more: Path): Spot => ({
      project,
      file: schemaFile,
      path: [...path, ...more],
      owner: name,
    });
    const own = (kind: UseKind) => (column: string) => ({ kind, name: { dataset: name, column } });
    return [
      ...namesAt(at(), 'key', () => ({
        kind: 'table',
        name: { dataset: name, column: null },
        isDeclaration: true,
      })),
      ...namesAt(at('columns'), 'values', (column) => ({ ...own('column')(column), isDeclaration: true })),
      ...namesAt(at('mask'), 'values', own('mask')),
      ...namesAt(at('partition_by'), 'values', own('partition_by')),
      ...columnEntries(project, name).flatMap(([column]) =>
        referenceUses(at('columns', column, 'references')),
      ),
      ...conditionUses(at('delete_when'), 'delete_when'),
      ...checkUses(at('checks'), catalog),
    ];
  });
}

/** What the `references` of a column names: a dataset and its column. */
export function referenceUses(spot: Spot): readonly NameUse[] {
  const value = writtenAt(spot.project, schemaFile, spot.path);
  const isText = typeof value === 'string';
  const target = isText ? spot : { ...spot, path: [...spot.path, 'to'] };
  const text = isText ? value : writtenAt(spot.project, schemaFile, target.path);
  if (typeof text !== 'string') return [];
  const dot = text.indexOf('.');
  const end = dot === -1 ? text.length : dot;
  const spans = partsAt(target, text, [
    { start: 0, end },
    { start: end + 1, end: text.length },
  ]);
  const [dataset, column] = [text.slice(0, end), text.slice(end + 1)];
  return [
    useOf(target, spans[0] ?? null, { kind: 'references', name: { dataset, column: null } }),
    ...(column === ''
      ? []
      : [useOf(target, spans[1] ?? null, { kind: 'references', name: { dataset, column } })]),
  ];
}

/** Names in the `sql` checks of a table. */
export function sqlCheckUses(project: Project, table: string, catalog: SqlCatalog): readonly NameUse[] {
  const checks = writtenAt(project, schemaFile, ['tables', table, 'checks']);
  if (!Array.isArray(checks)) return [];
  return checks.flatMap((check, index) => {
    if (!entriesOf(check).some(([key]) => key === 'sql')) return [];
    const path = ['tables', table, 'checks', index, 'sql'];
    return sqlUses({ project, file: schemaFile, path, owner: table }, catalog);
  });
}

function columnEntries(project: Project, table: string): readonly (readonly [string, unknown])[] {
  return entriesOf(writtenAt(project, schemaFile, ['tables', table, 'columns'])).filter(([, column]) =>
    entriesOf(column).some(([key]) => key === 'references'),
  );
}

function checkUses(spot: Spot, catalog: SqlCatalog): readonly NameUse[] {
  const checks = writtenAt(spot.project, schemaFile, spot.path);
  if (!Array.isArray(checks)) return [];
  return checks.flatMap((check, index) => {
    const item = { ...spot, path: [...spot.path, index] };
    if (typeof check === 'string') return conditionUses(item, 'check');
    return entriesOf(check).flatMap(([key]) => {
      const inner = { ...item, path: [...item.path, key] };
      if (key === 'expr' || key === 'table') return conditionUses(inner, 'check');
      return key === 'sql' ? sqlUses(inner, catalog) : [];
    });
  });
}

function conditionUses(spot: Spot, kind: UseKind): readonly NameUse[] {
  const text = writtenAt(spot.project, schemaFile, spot.path);
  if (typeof text !== 'string') return [];
  const columns = columnsOf(parseExpression(text).tree).map(({ name, range }) => {
    const isQuoted = text[range.start] === '`';
    return { name, isQuoted, range: isQuoted ? { start: range.start + 1, end: range.end - 1 } : range };
  });
  const spans = partsAt(
    spot,
    text,
    columns.map(({ range }) => range),
  );
  return columns.map(({ name, isQuoted }, index) =>
    useOf(spot, spans[index] ?? null, {
      kind,
      name: { dataset: spot.owner, column: name },
      isSql: true,
      isQuoted,
    }),
  );
}

function sqlUses(spot: Spot, catalog: SqlCatalog): readonly NameUse[] {
  const text = writtenAt(spot.project, schemaFile, spot.path);
  if (typeof text !== 'string') return [];
  const names = sqlNames(text, catalog);
  const spans = partsAt(
    spot,
    text,
    names.map(({ range }) => range),
  );
  return names.map(({ dataset, column, isQuoted, isUncertain }, index) =>
    useOf(spot, spans[index] ?? null, {
      kind: 'check',
      name: { dataset, column },
      isSql: true,
      isQuoted,
      isUncertain,
    }),
  );
}
