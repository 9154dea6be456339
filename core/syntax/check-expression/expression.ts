import type { Range } from '../../contracts/finding.ts';

/** Scalar functions of the closed grammar, in lower case. */
export const scalarFunctions = ['length', 'lower', 'upper', 'trim', 'substr', 'coalesce', 'abs'] as const;
/** Aggregates of table checks. */
export const aggregateFunctions = ['count', 'sum', 'min', 'max'] as const;

export type ScalarFunction = (typeof scalarFunctions)[number];
export type AggregateFunction = (typeof aggregateFunctions)[number];

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=' | '<=>';
export type ArithmeticOperator = '+' | '-' | '*';

interface Node {
  /** UTF-16 offsets in the expression's text. */
  readonly range: Range;
}

/** Text of a number as written, without suffix. */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly text: string;
  readonly isInteger: boolean;
}
export interface StringLiteral extends Node {
  readonly kind: 'string';
  /** After escapes. */
  readonly value: string;
}
/** `DATE '2026-01-31'` or `TIMESTAMP '…'`. */
export interface TypedLiteral extends Node {
  readonly kind: 'typed';
  readonly type: 'date' | 'timestamp';
  readonly value: string;
}

export type Expression =
  | NumberLiteral
  | StringLiteral
  | TypedLiteral
  | (Node & { readonly kind: 'boolean'; readonly value: boolean })
  | (Node & { readonly kind: 'null' })
  | (Node & { readonly kind: 'column'; readonly name: string })
  | (Node & { readonly kind: 'not'; readonly operand: Expression })
  | (Node & { readonly kind: 'negate'; readonly operand: Expression })
  /** A chain `a AND b AND …` of any length, kept flat. */
  | (Node & {
      readonly kind: 'logic';
      readonly operator: 'and' | 'or';
      readonly operands: readonly Expression[];
    })
  | (Node & {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  /** A left-deep chain of equal precedence, kept flat: `first (operator operand)*`. */
  | (Node & {
      readonly kind: 'arithmetic';
      readonly first: Expression;
      readonly rest: readonly { readonly operator: ArithmeticOperator; readonly operand: Expression }[];
    })
  | (Node & { readonly kind: 'isNull'; readonly operand: Expression; readonly isNegated: boolean })
  | (Node & {
      readonly kind: 'in';
      readonly operand: Expression;
      readonly items: readonly Expression[];
      readonly isNegated: boolean;
    })
  | (Node & {
      readonly kind: 'between';
      readonly operand: Expression;
      readonly low: Expression;
      readonly high: Expression;
      readonly isNegated: boolean;
    })
  | (Node & {
      readonly kind: 'like';
      readonly operand: Expression;
      readonly pattern: Expression;
      readonly isNegated: boolean;
    })
  | (Node & {
      readonly kind: 'case';
      readonly subject: Expression | null;
      readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression | null;
    })
  | (Node & {
      readonly kind: 'call';
      readonly name: ScalarFunction;
      readonly arguments: readonly Expression[];
    })
  | (Node & {
      readonly kind: 'aggregate';
      readonly name: AggregateFunction;
      readonly isDistinct: boolean;
      /** null: `count(*)`. */
      readonly argument: Expression | null;
    })
  /** Something was expected here and is not there; of zero width. */
  | (Node & { readonly kind: 'missing' })
  /** Text that belongs to nothing of the grammar. */
  | (Node & { readonly kind: 'skipped' });
