import { configFile, type Path, type Project, type ProjectFile, schemaFile } from '../../model/project.ts';
import { scalarRange } from '../../syntax/yaml/scalar-range.ts';
import { keysOf, valueAt } from '../../text/value-at.ts';
import { type Place, placeAt, textAt } from './place.ts';
import { references, type WrittenReference } from './references.ts';
import { datasetsWithSource, datasetsWithTable } from './tables.ts';

export type UseKind = 'merge_key' | 'cdc_key' | 'partition_by' | 'mask' | 'references';

/** A place outside of expressions where a project names a column. */
export interface ColumnUse {
  readonly kind: UseKind;
  /** Whose setting names the column. */
  readonly owner: string;
  /** Whose column is meant: the parent for `references`, else the owner. */
  readonly dataset: string;
  readonly column: string;
  /** For `references` the owner's column that refers; else null. */
  readonly child: string | null;
  place(): Place;
}

/** Every column name in keys, masks, partitions and references. */
export function columnUses(project: Project): readonly ColumnUse[] {
  return [...ownUses(project), ...referenceUses(project, references(project.datasets))];
}

/** The column names in references: the only ones that are of another dataset. */
export function referenceUses(project: Project, written: readonly WrittenReference[]): readonly ColumnUse[] {
  return written.map(({ owner, column: { name: child }, reference: { dataset, column } }) => ({
    kind: 'references',
    owner,
    dataset,
    column,
    child,
    place: () => referencePlace(project, [owner, child], 'column'),
  }));
}

/** The names in keys, masks and partitions of a dataset's own columns. */
export function ownUses(project: Project): readonly ColumnUse[] {
  const uses: ColumnUse[] = [];
  const add = (
    kind: UseKind,
    owner: string,
    column: string,
    file: ProjectFile,
    path: Path,
    part?: 'key',
  ): void => {
    uses.push({
      kind,
      owner,
      dataset: owner,
      column,
      child: null,
      place: () => placeAt(project, file, path, part),
    });
  };
  for (const { name, source } of datasetsWithSource(project)) {
    for (const [index, column] of source.mergeKey.entries()) {
      add('merge_key', name, column, configFile, ['sources', name, 'merge_key', index]);
    }
    if (source.cdcKey !== null) add('cdc_key', name, source.cdcKey, configFile, ['sources', name, 'cdc_key']);
  }
  for (const { name, table } of datasetsWithTable(project)) {
    for (const mask of tableMasks(project, name))
      add('mask', name, mask.column, schemaFile, mask.path, mask.part);
    for (const [index, column] of table.partitionBy.entries()) {
      add('partition_by', name, column, schemaFile, ['tables', name, 'partition_by', index]);
    }
  }
  return uses;
}

/** Where the parent dataset or the parent column of a reference is named. */
export function referencePlace(
  project: Project,
  [dataset, column]: readonly [dataset: string, column: string],
  half: 'dataset' | 'column',
): Place {
  const path = ['tables', dataset, 'columns', column, 'references'];
  const written = valueAt(project.documents[schemaFile]?.value, path);
  const isText = typeof written === 'string';
  const target = isText ? written : valueAt(written, ['to']);
  const place = placeAt(project, schemaFile, isText ? path : [...path, 'to']);
  if (typeof target !== 'string') return place;
  const dot = target.lastIndexOf('.');
  if (dot === -1) return place;
  const part = half === 'dataset' ? { start: 0, end: dot } : { start: dot + 1, end: target.length };
  const range = scalarRange(textAt(project, place), place.range.start, target, part);
  return { file: place.file, range };
}

/** Where a mask is written, in the schema file. */
export interface WrittenMask {
  readonly path: Path;
  readonly part?: 'key';
}

interface TableMask extends WrittenMask {
  readonly column: string;
}

/** Where the mask of a column is written: in the list of its table, or with the column; null when it is not. */
export function maskPlace(project: Project, dataset: string, column: string): WrittenMask | null {
  const own = ['tables', dataset, 'columns', column, 'mask'];
  if (valueAt(project.documents[schemaFile]?.value, own) !== undefined) return { path: own };
  const { path, part } = tableMasks(project, dataset).find((mask) => mask.column === column) ?? {};
  if (path === undefined) return null;
  return part === undefined ? { path } : { path, part };
}

/** The columns that a table's `mask:` names: a list of names, or a mapping from name to strategy. */
function tableMasks(project: Project, dataset: string): readonly TableMask[] {
  const root = project.documents[schemaFile]?.value;
  const path = ['tables', dataset, 'mask'];
  const mask = valueAt(root, path);
  if (Array.isArray(mask)) {
    return mask.flatMap((column, index) =>
      typeof column === 'string' ? [{ column, path: [...path, index] }] : [],
    );
  }
  return keysOf(valueAt(root, path)).map((column) => ({
    column,
    path: [...path, column],
    part: 'key' as const,
  }));
}
