import type { DataType } from './data-type.ts';
import type { Identifier, Missing, Node, QualifiedName } from './node.ts';
import type { Query, SortItem } from './query.ts';
import type { WindowSpecification } from './window.ts';

/** One constant; its text says which. Strings that stand side by side are one. */
export interface Literal extends Node {
  readonly kind: 'literal';
  readonly type: 'null' | 'boolean' | 'string' | 'number';
}

/** `DATE '2026-01-31'`, `X'1F'`: a word and a string. */
export interface TypedLiteral extends Node {
  readonly kind: 'typed-literal';
  readonly type: Identifier;
}

/** One `value unit` of an interval; `to` in `'1-2' YEAR TO MONTH`. */
export interface IntervalPart extends Node {
  readonly value: Node;
  readonly unit: Identifier;
  readonly to: Identifier | null;
}
export interface Interval extends Node {
  readonly kind: 'interval';
  readonly parts: readonly IntervalPart[];
}

/** `?` or `:name`. */
export interface Parameter extends Node {
  readonly kind: 'parameter';
  readonly name: Identifier | null;
}

/** A column, or the beginning of a path to a field: `a`, `t.a`, `db.t.a.b`. */
export interface Name extends Node {
  readonly kind: 'name';
  readonly parts: readonly Identifier[];
}

/** `*`, `t.*`, with `EXCEPT (a, b)`. */
export interface Star extends Node {
  readonly kind: 'star';
  readonly qualifier: readonly Identifier[];
  readonly except: readonly QualifiedName[] | null;
}

/** A left-deep chain of operators of one precedence, kept flat: `first (operator operand)*`. `operators` are tokens' indexes. */
export interface Chain extends Node {
  readonly kind: 'chain';
  readonly operands: readonly Expression[];
  readonly operators: readonly number[];
}

/** `-x`, `+x`, `~x`, `NOT x`; `operator` is a token's index. */
export interface Unary extends Node {
  readonly kind: 'unary';
  readonly operator: number;
  readonly operand: Expression;
}

/** Predicates that follow a value. `operands` are what stands after the word; a query is one of them in `IN (SELECT …)`. */
export interface Predicate extends Node {
  readonly kind: 'predicate';
  readonly test:
    | 'between'
    | 'in'
    | 'in-query'
    | 'like'
    | 'ilike'
    | 'rlike'
    | 'like-quantified'
    | 'is-null'
    | 'is-truth'
    | 'is-distinct';
  readonly isNegated: boolean;
  readonly subject: Expression;
  readonly operands: readonly (Expression | Query)[];
  /** Token of the string after `ESCAPE`. */
  readonly escape: number | null;
}

export interface Exists extends Node {
  readonly kind: 'exists';
  readonly query: Query;
}

export interface CaseBranch extends Node {
  readonly when: Expression;
  readonly then: Expression;
}
export interface Case extends Node {
  readonly kind: 'case';
  readonly subject: Expression | null;
  readonly branches: readonly CaseBranch[];
  readonly otherwise: Expression | null;
}

/** `CAST(x AS t)`, `TRY_CAST(x AS t)`, `x::t`. */
export interface Cast extends Node {
  readonly kind: 'cast';
  readonly isTry: boolean;
  readonly operand: Expression;
  readonly type: DataType;
}

/** An argument of a call or item of a row; `name` of `name => value`, or the alias of `value AS name`. */
export interface Argument extends Node {
  readonly name: Identifier | null;
  readonly value: Expression | TableArgument;
}

/** `TABLE t`, `TABLE(t)` or `TABLE(SELECT …)` given to a table function, with how it is to be split and sorted. */
export interface TableArgument extends Node {
  readonly kind: 'table-argument';
  readonly table: readonly Identifier[] | Query;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortItem[];
}

/** A call of a function, also in the forms that have a syntax of their own: `EXTRACT(… FROM …)`, `TRIM(BOTH … FROM …)`. */
export interface Call extends Node {
  readonly kind: 'call';
  readonly name: readonly Identifier[];
  /** Words between the arguments of a form of its own, as tokens' indexes. */
  readonly words: readonly number[];
  /** Token of `DISTINCT` or `ALL`. */
  readonly quantifier: number | null;
  readonly arguments: readonly Argument[];
  readonly withinGroup: readonly SortItem[];
  readonly filter: Expression | null;
  /** Token of `IGNORE` or `RESPECT`. */
  readonly nulls: number | null;
  readonly over: WindowSpecification | null;
}

export interface Lambda extends Node {
  readonly kind: 'lambda';
  readonly parameters: readonly Identifier[];
  readonly body: Expression;
}

export type Expression =
  | Literal
  | TypedLiteral
  | Interval
  | Parameter
  | Name
  | Star
  | Chain
  | Unary
  | Predicate
  | Exists
  | Case
  | Cast
  | Call
  | Lambda
  /** `(a, b)` or `(a AS x, b)`. */
  | (Node & { readonly kind: 'row'; readonly items: readonly Argument[] })
  | (Node & { readonly kind: 'parenthesis'; readonly inner: Expression })
  | (Node & { readonly kind: 'subquery'; readonly query: Query })
  | (Node & { readonly kind: 'subscript'; readonly base: Expression; readonly index: Expression })
  | (Node & { readonly kind: 'field'; readonly base: Expression; readonly name: Identifier })
  | (Node & { readonly kind: 'collate'; readonly operand: Expression; readonly collation: QualifiedName })
  | Missing;
