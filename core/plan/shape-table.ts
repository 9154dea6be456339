import type { ColumnType, MaskStrategy } from '../contracts/plan.ts';
import type { Column, Project, SourceSettings, Table } from '../model/project.ts';
import { foldCase } from '../text/fold-case.ts';
import { type Expression, readExpression } from './read-expression.ts';

/** A column as its rules and the target see it, with the names of its values inside the stage query. */
export interface ShapedColumn {
  readonly name: string;
  readonly column: Column;
  readonly mask: MaskStrategy | null;
  /** Type that rules see and the target has: a masked column is `string` whatever it declares. */
  readonly type: ColumnType;
  /** The target holds the trimmed text (strings only): keys and values that are compared must not hide blanks. */
  readonly isTrimmed: boolean;
  readonly isKey: boolean;
  /** Blanks trimmed, NULL when blank, the default filled in for strings. */
  readonly trimmed: string;
  /** The value cast to `type`, the default filled in; strings: the same as `trimmed`. */
  readonly typed: string;
  /** A string with the blanks that the target keeps; same as `trimmed` where it keeps none. */
  readonly kept: string;
  /** The value after severity `nullify` had its say. */
  readonly final: string;
  /** Name of the typed value in `_stage`: `t_<column>`, with `_` added where that is taken. */
  readonly staged: string;
}

/** One dataset, ready to be compiled. */
export interface TableShape {
  readonly dataset: string;
  readonly source: SourceSettings;
  readonly table: Table;
  readonly columns: readonly ShapedColumn[];
  readonly keys: readonly string[];
  readonly cdcKey: string | null;
  readonly deleteWhen: Expression | null;
}

/** Names that relations of a run give meaning to. */
const reserved =
  /^(_file_no|_record|_line|file_name|ts|_b[0-9]+|_tombstone|_op|_rowid|_verdict|_place|_orphan[0-9]+)$/i;

/** Names the values of a dataset's columns. Throws when half of the dataset is missing or a column has a reserved name. */
export function shapeTable(project: Project, dataset: string): TableShape {
  const found = project.datasets.find((candidate) => candidate.name === dataset);
  if (found?.source == null || found.table === null) {
    throw new Error(
      `Dataset \`${dataset}\` lacks its source or its table; check the project before planning.`,
    );
  }
  const { source, table } = found;
  const taken = new Set(table.columns.map((column) => foldCase(column.name)));
  for (const { name } of table.columns) {
    if (reserved.test(name))
      throw new Error(`Column \`${name}\` of \`${dataset}\` has a reserved name; rename it.`);
  }
  const keys = source.mergeKey.map((key) => matchName(table.columns, key));
  const cdcKey = source.cdcKey === null ? null : matchName(table.columns, source.cdcKey);
  const compared = new Set(cdcKey === null ? keys : [...keys, cdcKey]);
  return {
    dataset,
    source,
    table,
    keys,
    cdcKey,
    deleteWhen: table.deleteWhen === null ? null : readExpression(table.deleteWhen),
    columns: table.columns.map((column) => shapeColumn(column, { taken, compared, keys })),
  };
}

function shapeColumn(
  column: Column,
  context: {
    readonly taken: Set<string>;
    readonly compared: ReadonlySet<string>;
    readonly keys: readonly string[];
  },
): ShapedColumn {
  const { name, mask } = column;
  const type = mask === null ? column.type : 'string';
  const trimmed = freeName('v', name, context.taken);
  const isTrimmed =
    mask !== null ||
    context.compared.has(name) ||
    column.isUnique ||
    column.references !== null ||
    column.validValues !== null;
  return {
    name,
    column,
    mask,
    type,
    isTrimmed,
    isKey: context.keys.includes(name),
    trimmed,
    typed: type === 'string' ? trimmed : freeName('x', name, context.taken),
    kept: type === 'string' && !isTrimmed ? freeName('k', name, context.taken) : trimmed,
    final: freeName('n', name, context.taken),
    staged: type === 'string' ? name : freeName('t', name, context.taken),
  };
}

/** `<letter>_<name>`, with as many `_` as it takes to differ from all names given out so far. */
function freeName(letter: string, name: string, taken: Set<string>): string {
  let free = `${letter}_${name}`;
  while (taken.has(foldCase(free))) free += '_';
  taken.add(foldCase(free));
  return free;
}

/** The declared spelling of a column's name; ASCII case is ignored. Throws when there is none. */
export function matchName(columns: readonly { readonly name: string }[], name: string): string {
  const match =
    columns.find((column) => column.name === name) ??
    columns.find((column) => foldCase(column.name) === foldCase(name));
  if (match === undefined)
    throw new Error(`There is no column \`${name}\`; check the project before planning.`);
  return match.name;
}
