import type { Dialect } from '../translate/dialect.ts';
import { printMatches } from '../translate/print-pattern.ts';
import { quoteName, quoteText } from '../translate/quote.ts';
import { finalValue, type NullifyBits } from './print-value.ts';
import type { ShapedRule } from './record-rules.ts';
import type { ShapedColumn, TableShape } from './shape-table.ts';
import { trimBlanks, typedLiteral } from './typed-literal.ts';

/**
 * SQL that is true for a record that breaks a column rule, over the names of the layers below. NULL passes every rule
 * but `required`, and a failed cast is told once, by `cast` (unless the column says that it merely nullifies).
 */
export function printBroken(dialect: Dialect, rule: ShapedRule, table: TableShape): string {
  const shaped = ruleColumn(rule);
  const { column, type } = shaped;
  const trimmed = quoteName(dialect, shaped.trimmed);
  const typed = quoteName(dialect, shaped.typed);
  const literal = (value: string | number | boolean): string =>
    typedLiteral(dialect, value, type, { formats: column.formats, timeZone: table.source.timeZone });
  switch (rule.plan.kind) {
    case 'cast':
      return `${trimmed} IS NOT NULL AND ${typed} IS NULL`;
    case 'required':
      return isCastToldOnce(shaped) ? `${trimmed} IS NULL AND ${typed} IS NULL` : `${typed} IS NULL`;
    case 'pattern': {
      const matches = printMatches(dialect, trimmed, column.pattern ?? '');
      return type === 'string' ? `NOT (${matches})` : `${typed} IS NOT NULL AND NOT (${matches})`;
    }
    case 'min':
      return `${typed} < ${literal(column.min ?? '')}`;
    case 'max':
      return `${typed} > ${literal(column.max ?? '')}`;
    case 'valid_vals':
      return type === 'string'
        ? printTextNotIn(dialect, trimmed, (column.validValues ?? []).map(String))
        : printNotIn(typed, (column.validValues ?? []).map(literal));
    default:
      throw new Error(`Rule \`${rule.plan.id}\` is not a column rule.`);
  }
}

/** SQL that is true for a record whose merge key has no value once `nullify` had its say. */
export function printKeyBroken(dialect: Dialect, rule: ShapedRule, nullifyBits: NullifyBits): string {
  const shaped = ruleColumn(rule);
  const value = finalValue(dialect, shaped, nullifyBits);
  if (shaped.type === 'string' || !isCastToldOnce(shaped)) return `${value} IS NULL`;
  return `${value} IS NULL AND (${quoteName(dialect, shaped.trimmed)} IS NULL OR ${quoteName(dialect, shaped.typed)} IS NOT NULL)`;
}

function ruleColumn(rule: ShapedRule): ShapedColumn {
  if (rule.column === null) throw new Error(`Rule \`${rule.plan.id}\` has no column.`);
  return rule.column;
}

function isCastToldOnce({ type, column }: ShapedColumn): boolean {
  const severity = column.severity.cast ?? column.onCast;
  return type !== 'string' && (severity === 'quarantine' || severity === 'error');
}

function printNotIn(value: string, literals: readonly string[]): string {
  return literals.length === 0 ? `${value} IS NOT NULL` : `${value} NOT IN (${literals.join(', ')})`;
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Most values are spelled as listed: ASCII case is folded only for those that are not. `CASE` holds the order, which `AND`
 * leaves to the engine, at four times the cost.
 */
function printTextNotIn(dialect: Dialect, value: string, allowed: readonly string[]): string {
  const listed = [...new Set(allowed.map(trimBlanks))];
  if (listed.length === 0) return `${value} IS NOT NULL`;
  const lower = [...new Set(listed.map(foldAsciiCase))];
  const quote = (text: string): string => quoteText(dialect, text);
  const folded = `translate(${value}, ${quote(upper)}, ${quote(foldAsciiCase(upper))})`;
  return `CASE WHEN ${printNotIn(value, listed.map(quote))} THEN ${printNotIn(folded, lower.map(quote))} ELSE FALSE END`;
}

function foldAsciiCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
