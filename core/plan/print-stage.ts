import type { Dialect } from '../translate/dialect.ts';
import { printCast } from '../translate/print-cast.ts';
import { quoteName, quoteText } from '../translate/quote.ts';
import { anyBit, bigintLiteral, bitWhen, wordCount, wordName, wordNames } from './bits.ts';
import { printBroken, printKeyBroken } from './print-broken.ts';
import { type Layer, printLayers } from './print-layers.ts';
import { columnsUsed, printOverColumns } from './print-row-expression.ts';
import { finalValue, nullifyBits, unruledValue } from './print-value.ts';
import type { Expression } from './read-expression.ts';
import type { ShapedRule } from './record-rules.ts';
import type { ShapedColumn, TableShape } from './shape-table.ts';
import { sqlType } from './sql-type.ts';
import { keptText, trimmedText } from './trim-text.ts';
import { typedLiteral } from './typed-literal.ts';

export interface StageShape {
  readonly table: TableShape;
  readonly rules: readonly ShapedRule[];
  /** Bit that marks a tombstone, after the bits of all rules; null without `delete_when`. */
  readonly tombstoneBit: number | null;
  /** Number of bits, the tombstone's too. */
  readonly bits: number;
}

/**
 * The query from `_raw` to `_stage`. Each layer names what the next one needs, so that nothing is computed twice:
 * trimmed text, typed values, words of column rules, values after `nullify`, and at last keys, row checks and masks.
 */
export function printStage(dialect: Dialect, shape: StageShape): string {
  const { table, rules } = shape;
  const ruled = bitsByWord(
    rules.filter(isColumnRule).map((rule) => [rule.bit, printBroken(dialect, rule, table)]),
  );
  const late = bitsByWord(lateConditions(dialect, shape));
  const words = wordNames(wordCount(shape.bits));
  const layers: readonly Layer[] = [
    { name: 'trimmed', isAdding: true, items: textItems(dialect, shape) },
    { name: 'typed', isAdding: true, items: typedItems(dialect, table) },
    {
      name: 'ruled',
      isAdding: true,
      items: ruled.size === 0 ? [] : words.map((word) => printWord(dialect, word, ruled.get(word) ?? [])),
    },
    { name: 'nullified', isAdding: true, items: nullifiedItems(dialect, shape) },
  ];
  const last: Layer = {
    name: 'staged',
    isAdding: false,
    items: [
      '_file_no, _record, _line, file_name, ts',
      ...table.columns.map((column) => stagedText(dialect, column, rules)),
      ...table.columns
        .filter(({ type }) => type !== 'string')
        .map((column) => `${finalValue(dialect, column, rules)} AS ${quoteName(dialect, column.staged)}`),
      ...words.map((word) => printWord(dialect, word, late.get(word) ?? [], ruled.size === 0 ? [] : [word])),
    ],
  };
  return printLayers('_raw', [...layers.filter(({ items }) => items.length > 0), last]);

  function bitsByWord(
    conditions: readonly (readonly [bit: number, condition: string])[],
  ): Map<string, string[]> {
    const byWord = new Map<string, string[]>();
    for (const [bit, condition] of conditions) {
      const word = wordName(bit);
      byWord.set(word, [...(byWord.get(word) ?? []), bitWhen(dialect, bit, condition)]);
    }
    return byWord;
  }
}

/** `inherited` words of the layer below stand first. */
function printWord(
  dialect: Dialect,
  word: string,
  bits: readonly string[],
  inherited: readonly string[] = [],
): string {
  const terms = [...inherited, ...bits.map((bit) => `(${bit})`)];
  if (terms.length === 1 && terms[0] === word) return word;
  return `${terms.length === 0 ? bigintLiteral(dialect, 0n) : terms.join(' | ')} AS ${word}`;
}

function isColumnRule(rule: ShapedRule): boolean {
  return rule.plan.scope === 'record' && rule.column !== null && rule.plan.kind !== 'key';
}

/** Conditions over final values: keys, row checks, `delete_when`. */
function lateConditions(
  dialect: Dialect,
  { table, rules, tombstoneBit }: StageShape,
): readonly [number, string][] {
  const print = (tree: Expression): string =>
    printOverColumns(dialect, tree, {
      columns: table.columns,
      value: (column) => finalValue(dialect, column, rules),
    });
  const conditions = rules.flatMap((rule): [number, string][] => {
    if (rule.plan.kind === 'key') return [[rule.bit, printKeyBroken(dialect, rule, rules)]];
    const tree = rule.check?.tree ?? null;
    return rule.plan.kind === 'check' && tree !== null ? [[rule.bit, `NOT (${print(tree)})`]] : [];
  });
  if (tombstoneBit === null || table.deleteWhen === null) return conditions;
  return [...conditions, [tombstoneBit, print(table.deleteWhen)]];
}

/** Names of the columns whose final value row checks or `delete_when` read. */
function namesInRows({ table, rules }: StageShape): ReadonlySet<string> {
  const trees = rules.flatMap(({ plan, check }) =>
    plan.kind === 'check' && check?.tree ? [check.tree] : [],
  );
  if (table.deleteWhen !== null) trees.push(table.deleteWhen);
  return new Set(trees.flatMap((tree) => columnsUsed(tree, table.columns)));
}

function textItems(dialect: Dialect, shape: StageShape): readonly string[] {
  const { nullValues } = shape.table.source.format;
  const inRows = namesInRows(shape);
  const ruled = new Set(
    shape.rules
      .filter((rule) => rule.plan.scope === 'record' && rule.column !== null)
      .map(({ column }) => column?.name),
  );
  return shape.table.columns.flatMap((column) => {
    const raw = quoteName(dialect, column.name);
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

function isMaskComputed({ mask }: ShapedColumn): boolean {
  return mask === 'hash' || mask === 'redact';
}

function typedItems(dialect: Dialect, table: TableShape): readonly string[] {
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

function nullifiedItems(dialect: Dialect, shape: StageShape): readonly string[] {
  const inRows = namesInRows(shape);
  return shape.table.columns.flatMap((column) => {
    const bits = nullifyBits(shape.rules, column);
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
function stagedText(dialect: Dialect, column: ShapedColumn, rules: readonly ShapedRule[]): string {
  const name = quoteName(dialect, column.name);
  const value = finalValue(dialect, column, rules);
  switch (column.mask) {
    case null:
      return name;
    case 'null':
      return `CAST(NULL AS ${sqlType(dialect, 'string')}) AS ${name}`;
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
