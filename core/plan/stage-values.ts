import type { Dialect } from '../translate/dialect.ts';
import { printCast } from '../translate/print-cast.ts';
import { printType } from '../translate/print-type.ts';
import { quoteName, quoteText } from '../translate/quote.ts';
import { anyBit } from './bits.ts';
import { nullTexts } from './null-texts.ts';
import { columnsUsed } from './print-row-expression.ts';
import { finalValue, type NullifyBits, unruledValue } from './print-value.ts';
import type { StageShape } from './shape-stage.ts';
import type { ShapedColumn, TableShape } from './shape-table.ts';
import { keptText, trimmedText } from './trim-text.ts';
import { typedLiteral } from './typed-literal.ts';

/** Trimmed texts, and texts with their blanks where row checks read them: only those that something reads. */
export function textItems(dialect: Dialect, shape: StageShape): readonly string[] {
  const inRows = namesInRows(shape);
  const ruled = new Set(
    shape.rules
      .filter((rule) => rule.plan.scope === 'record' && rule.column !== null)
      .map(({ column }) => column?.name),
  );
  return shape.table.columns.flatMap((column) => {
    const raw = quoteName(dialect, column.name);
    const nullValues = nullTexts(shape.table, column);
    const isTyped = column.type !== 'string';
    const filled = (text: string): string =>
      isTyped || column.column.default === null
        ? text
        : `coalesce(${text}, ${defaultLiteral(dialect, column, shape.table)})`;
    const isRead = inRows.has(column.name);
    const isTrimNeeded =
      isTyped || ruled.has(column.name) || isMaskComputed(column) || (isRead && column.isTrimmed);
    return [
      ...(isTrimNeeded
        ? [`${filled(trimmedText(dialect, raw, nullValues))} AS ${quoteName(dialect, column.trimmed)}`]
        : []),
      ...(isRead && !isTyped && !column.isTrimmed
        ? [`${filled(keptText(dialect, raw, nullValues))} AS ${quoteName(dialect, column.kept)}`]
        : []),
    ];
  });
}

/** Values of every column that is not a string. */
export function typedItems(dialect: Dialect, table: TableShape): readonly string[] {
  const { timeZone } = table.source;
  return table.columns
    .filter(({ type }) => type !== 'string')
    .map((column) => {
      const text = quoteName(dialect, column.trimmed);
      const cast = printCast(dialect, text, column.type, { formats: column.column.formats, timeZone });
      const value =
        column.column.default === null
          ? cast
          : `CASE WHEN ${text} IS NULL THEN ${defaultLiteral(dialect, column, table)} ELSE ${cast} END`;
      return `${value} AS ${quoteName(dialect, column.typed)}`;
    });
}

/** The value that blank fields take. */
export function defaultLiteral(dialect: Dialect, { column, type }: ShapedColumn, table: TableShape): string {
  return typedLiteral(dialect, column.default ?? '', type, {
    formats: column.formats,
    timeZone: table.source.timeZone,
  });
}

/** Values after `nullify`, where the stage itself reads them: the target takes strings from the words. */
export function nullifiedItems(dialect: Dialect, shape: StageShape): readonly string[] {
  const inRows = namesInRows(shape);
  return shape.table.columns.flatMap((column) => {
    const bits = shape.nullifyBits.get(column) ?? [];
    const isRead =
      column.type !== 'string' || column.isKey || isMaskComputed(column) || inRows.has(column.name);
    if (bits.length === 0 || !isRead) return [];
    const value = quoteName(dialect, unruledValue(column));
    return [
      `CASE WHEN ${anyBit(dialect, bits)} THEN NULL ELSE ${value} END AS ${quoteName(dialect, column.final)}`,
    ];
  });
}

/** A column's text in `_stage`: as delivered, or masked so that nothing clear is written. */
export function stagedText(dialect: Dialect, column: ShapedColumn, nullifyBits: NullifyBits): string {
  const name = quoteName(dialect, column.name);
  const value = finalValue(dialect, column, nullifyBits);
  switch (column.mask) {
    case null:
      return name;
    case 'null':
      return `CAST(NULL AS ${printType(dialect, 'string')}) AS ${name}`;
    case 'redact':
      return `CASE WHEN ${value} IS NOT NULL THEN ${quoteText(dialect, '***')} END AS ${name}`;
    case 'hash':
      return `${printHash(dialect, value)} AS ${name}`;
  }
}

/** Keyed SHA-256 in hex of a text; NULL for NULL. */
function printHash(dialect: Dialect, value: string): string {
  return dialect === 'duckdb'
    ? `sha256($mask_key || ':' || ${value})`
    : `sha2(concat(:mask_key, ':', ${value}), 256)`;
}

function isMaskComputed({ mask }: ShapedColumn): boolean {
  return mask === 'hash' || mask === 'redact';
}

/** Names of the columns whose final value row checks or `delete_when` read. */
function namesInRows({ table, rules }: StageShape): ReadonlySet<string> {
  const trees = rules.flatMap(({ plan, check }) =>
    plan.kind === 'check' && check?.tree ? [check.tree] : [],
  );
  if (table.deleteWhen !== null) trees.push(table.deleteWhen);
  return new Set(trees.flatMap((tree) => columnsUsed(tree, table.columns)));
}
