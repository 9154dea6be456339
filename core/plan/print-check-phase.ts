import type { Dialect } from '../translate/dialect.ts';
import { quoteName } from '../translate/quote.ts';
import { anyBit, bigintLiteral, bitWhen, masksOf, wordCount, wordName, wordNames } from './bits.ts';
import { nullTexts } from './null-texts.ts';
import { printAntiJoin } from './print-joins.ts';
import type { ShapedRule } from './record-rules.ts';
import type { ShapedReference } from './shape-references.ts';
import type { StageShape } from './shape-stage.ts';
import type { ShapedColumn } from './shape-table.ts';
import { defaultLiteral } from './stage-values.ts';
import { keptText, trimmedText } from './trim-text.ts';

/** Rows with any rule bit, reference bits added: one scan of the words and the reference columns alone. */
export function printFlag(
  dialect: Dialect,
  shape: StageShape,
  references: readonly ShapedReference[],
): string {
  const words = wordNames(wordCount(shape.bits));
  const masks = masksOf(shape.rules.filter(({ plan }) => plan.scope !== 'table').map(({ bit }) => bit));
  const named = references.map((reference, index) => ({
    ...reference,
    value: `reference_${index}`,
    isOrphan:
      dialect === 'duckdb'
        ? `reference_${index} IS NOT NULL AND reference_${index} NOT IN (SELECT k FROM ${reference.plan.relation})`
        : `reference_${index} IS NOT NULL AND ${reference.plan.relation}.k IS NULL`,
  }));
  const items = words.map((word, index) => {
    const bits = named.filter(({ rule }) => wordName(rule.bit) === word);
    const own = hasTombstone(shape, word)
      ? `(${word} & ${bigintLiteral(dialect, masks.get(index) ?? 0n)})`
      : word;
    const added = bits.map(({ rule, isOrphan }) => ` | (${bitWhen(dialect, rule.bit, isOrphan)})`);
    return own === word && bits.length === 0 ? word : `${own}${added.join('')} AS ${word}`;
  });
  const values = named.map(
    ({ rule, value, isText }) => `${referenceValue(dialect, shape, { rule, isText })} AS ${value}`,
  );
  const joins =
    dialect === 'duckdb'
      ? []
      : named.map(({ plan: { relation }, value }) => `\n  LEFT JOIN ${relation} ON ${value} = ${relation}.k`);
  const id = '_file_no, _record, _line, file_name';
  return [
    `SELECT ${[id, ...words].join(', ')}`,
    'FROM (',
    `  SELECT ${[id, ...items].join(',\n    ')}`,
    `  FROM (SELECT ${[id, ...words, ...values].join(',\n    ')}\n    FROM _stage) AS read_${joins.join('')}`,
    ') AS flagged',
    `WHERE ${words.map((word) => `${word} <> 0`).join(' OR ') || 'FALSE'}`,
  ].join('\n');
}

function hasTombstone({ tombstoneBit }: StageShape, word: string): boolean {
  return tombstoneBit !== null && wordName(tombstoneBit) === word;
}

function referenceValue(
  dialect: Dialect,
  shape: StageShape,
  { rule, isText }: { readonly rule: ShapedRule; readonly isText: boolean },
): string {
  if (rule.column === null) throw new Error(`Rule \`${rule.plan.id}\` has no column.`);
  const value = targetValue(dialect, rule.column, { shape, from: '_stage' });
  return isText && rule.column.type !== 'string'
    ? `CAST(${value} AS ${dialect === 'duckdb' ? 'VARCHAR' : 'STRING'})`
    : value;
}

/** A column of the target from the staged row: text trimmed and nullified, everything else as it was staged. */
export function targetValue(
  dialect: Dialect,
  column: ShapedColumn,
  { shape, from }: { readonly shape: StageShape; readonly from: string },
): string {
  const staged = `${from}.${quoteName(dialect, column.staged)}`;
  if (column.type !== 'string' || column.mask !== null) return staged;
  const { table, nullifyBits } = shape;
  const print = column.isTrimmed ? trimmedText : keptText;
  const text = print(dialect, staged, nullTexts(table, column));
  const filled =
    column.column.default === null ? text : `coalesce(${text}, ${defaultLiteral(dialect, column, table)})`;
  const bits = nullifyBits.get(column) ?? [];
  return bits.length === 0
    ? filled
    : `CASE WHEN ${anyBit(dialect, bits, `${from}.`)} THEN NULL ELSE ${filled} END`;
}

/** Identities of the records that a rule of severity `quarantine` or `error` sets aside. */
export function printRejected(dialect: Dialect, rules: readonly ShapedRule[]): string {
  const bits = rules
    .filter(
      ({ plan }) => plan.scope !== 'table' && (plan.severity === 'quarantine' || plan.severity === 'error'),
    )
    .map(({ bit }) => bit);
  return `SELECT _file_no, _record\nFROM _flags\nWHERE ${anyBit(dialect, bits)}`;
}

/** Every record that may reach the target, as the target would hold it. */
export function printCandidates(
  dialect: Dialect,
  shape: StageShape,
  references: readonly ShapedReference[],
): string {
  const orphans = references.filter(({ rule }) => rule.plan.severity === 'nullify');
  const columns = shape.table.columns.map((column) => {
    const name = quoteName(dialect, column.name);
    const value = targetValue(dialect, column, { shape, from: '_stage' });
    const orphan = orphans.findIndex(({ rule }) => rule.column === column);
    if (orphan >= 0)
      return `CASE WHEN orphan_${orphan}._record IS NOT NULL THEN NULL ELSE ${value} END AS ${name}`;
    return value.endsWith(`.${name}`) && column.staged === column.name ? value : `${value} AS ${name}`;
  });
  const tombstone = shape.tombstoneBit === null ? 'FALSE' : anyBit(dialect, [shape.tombstoneBit], '_stage.');
  const items = [
    '_stage._file_no',
    '_stage._record',
    '_stage._line',
    ...columns,
    `${tombstone} AS _tombstone`,
  ];
  const joins = orphans.map(({ rule }, index) => {
    const flagged = `SELECT _file_no, _record FROM _flags WHERE ${anyBit(dialect, [rule.bit])}`;
    const name = `orphan_${index}`;
    return `\nLEFT JOIN (${flagged}) AS ${name} ON _stage._file_no = ${name}._file_no AND _stage._record = ${name}._record`;
  });
  return `SELECT\n  ${items.join(',\n  ')}\n${printAntiJoin(dialect, '_stage', '_rejected')}${joins.join('')}`;
}

/**
 * Candidates beaten by another of the same key. Hashes of keys find the few keys that occur twice; only their records
 * are sorted, so that a delivery without duplicates costs one grouping.
 */
export function printLosers(dialect: Dialect, { table }: StageShape): string {
  const keys = table.keys.map((key) => quoteName(dialect, key)).join(', ');
  const hash = `${dialect === 'duckdb' ? 'hash' : 'xxhash64'}(${keys})`;
  const newest = table.cdcKey === null ? '' : `${quoteName(dialect, table.cdcKey)} DESC NULLS LAST, `;
  return [
    'SELECT _file_no, _record',
    'FROM (',
    '  SELECT _file_no, _record,',
    `    row_number() OVER (PARTITION BY ${keys} ORDER BY ${newest}_file_no DESC, _record DESC) AS _place`,
    '  FROM _candidates',
    `  WHERE ${hash} IN (SELECT ${hash} FROM _candidates GROUP BY ${hash} HAVING count(*) > 1)`,
    ') AS ranked',
    'WHERE _place > 1',
  ].join('\n');
}

/** One winner a key; every candidate where keys do not matter. */
export function printWinners(dialect: Dialect, hasLosers: boolean): string {
  return hasLosers
    ? `SELECT _candidates.*\n${printAntiJoin(dialect, '_candidates', '_losers')}`
    : 'SELECT * FROM _candidates';
}

/** Counts of the delivery, retried records left out. */
export function printDeliveryCounts(hasLosers: boolean): string {
  const count = (relation: string): string => `(SELECT count(*) FROM ${relation} WHERE _file_no >= 0)`;
  return [
    `SELECT ${count('_stage')} AS accepted`,
    `  ${count('_rejected')} AS quarantined`,
    `  ${hasLosers ? count('_losers') : 'CAST(0 AS BIGINT)'} AS superseded`,
  ].join(',\n');
}
