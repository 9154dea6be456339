import type { Dialect } from '../translate/dialect.ts';
import { bigintLiteral, bitWhen, wordCount, wordName, wordNames } from './bits.ts';
import { printBroken, printKeyBroken } from './print-broken.ts';
import { printOverColumns } from './print-row-expression.ts';
import { finalValue } from './print-value.ts';
import type { Expression } from './read-expression.ts';
import type { ShapedRule } from './record-rules.ts';
import type { StageShape } from './shape-stage.ts';

type Condition = readonly [bit: number, condition: string];

/** Words with the bits of column rules, one item a word; none when there are no such rules. */
export function ruledWords(dialect: Dialect, shape: StageShape): readonly (readonly string[])[] {
  const conditions = shape.rules
    .filter(isColumnRule)
    .map((rule): Condition => [rule.bit, printBroken(dialect, rule, shape.table)]);
  return conditions.length === 0 ? [] : printWords(dialect, shape, conditions, () => []);
}

/** All words: those of column rules, with the bits that final values decide. */
export function finalWords(dialect: Dialect, shape: StageShape): readonly (readonly string[])[] {
  const hasRuled = shape.rules.some(isColumnRule);
  return printWords(dialect, shape, lateConditions(dialect, shape), (word) => (hasRuled ? [word] : []));
}

/** Each word as lines: a bit a line, after what it inherits from the layer below. */
function printWords(
  dialect: Dialect,
  { bits }: StageShape,
  conditions: readonly Condition[],
  inherited: (word: string) => readonly string[],
): readonly (readonly string[])[] {
  return wordNames(wordCount(bits)).map((word) => {
    const own = conditions.filter(([bit]) => wordName(bit) === word);
    const terms = [
      ...inherited(word),
      ...own.map(([bit, condition]) => `(${bitWhen(dialect, bit, condition)})`),
    ];
    if (terms.length === 0) terms.push(bigintLiteral(dialect, 0n));
    return terms.map((term, index) => {
      const tail = index === terms.length - 1 && term !== word ? ` AS ${word}` : '';
      return `${index === 0 ? '' : '| '}${term}${tail}`;
    });
  });
}

function isColumnRule(rule: ShapedRule): boolean {
  return rule.plan.scope === 'record' && rule.column !== null && rule.plan.kind !== 'key';
}

/** Conditions over final values: keys, row checks, `delete_when`. */
function lateConditions(
  dialect: Dialect,
  { table, rules, nullifyBits, tombstoneBit }: StageShape,
): readonly [number, string][] {
  const print = (tree: Expression): string =>
    printOverColumns(dialect, tree, {
      columns: table.columns,
      value: (column) => finalValue(dialect, column, nullifyBits),
    });
  const conditions = rules.flatMap((rule): [number, string][] => {
    if (rule.plan.kind === 'key') return [[rule.bit, printKeyBroken(dialect, rule, nullifyBits)]];
    const tree = rule.check?.tree ?? null;
    return rule.plan.kind === 'check' && tree !== null ? [[rule.bit, `NOT (${print(tree)})`]] : [];
  });
  if (tombstoneBit === null || table.deleteWhen === null) return conditions;
  return [...conditions, [tombstoneBit, print(table.deleteWhen)]];
}
