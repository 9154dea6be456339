import type { Call, Expression } from './expression.ts';
import type { Identifier, Missing, NameReference, Node } from './node.ts';
import type { PipeOperator } from './pipe.ts';
import type { Relation } from './relation.ts';
import type { NamedWindow } from './window.ts';

export interface CommonTable extends Node {
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
  readonly query: Query;
}
export interface With extends Node {
  readonly isRecursive: boolean;
  readonly tables: readonly CommonTable[];
}
export interface SortItem extends Node {
  readonly expression: Expression;
  readonly direction: 'asc' | 'desc' | null;
  readonly nulls: 'first' | 'last' | null;
}
/** What orders and cuts the rows of a query. */
export interface Organization extends Node {
  readonly orderBy: readonly SortItem[];
  readonly clusterBy: readonly Expression[];
  readonly distributeBy: readonly Expression[];
  readonly sortBy: readonly SortItem[];
  readonly windows: readonly NamedWindow[];
  /** `'all'` for `LIMIT ALL`. */
  readonly limit: Expression | 'all' | null;
  readonly offset: Expression | null;
}
export interface Query extends Node {
  readonly kind: 'query';
  readonly with: With | null;
  readonly body: QueryTerm;
  readonly organization: Organization | null;
  readonly pipes: readonly PipeOperator[];
}

export interface SetBranch extends Node {
  readonly operator: 'union' | 'except' | 'minus' | 'intersect';
  readonly quantifier: 'all' | 'distinct' | null;
  readonly term: QueryTerm;
}

export interface SelectItem extends Node {
  readonly expression: Expression;
  readonly alias: Identifier | null;
  /** `AS (a, b)`. */
  readonly aliases: readonly Identifier[];
}
export interface Hint extends Node {
  readonly statements: readonly HintStatement[];
}
export interface HintStatement extends Node {
  readonly name: Identifier;
  readonly parameters: readonly Expression[];
}
/** `ROLLUP(…)`, `CUBE(…)`, `GROUPING SETS(…)`; a set of columns in parentheses is a `set`. */
export interface GroupingAnalytics extends Node {
  readonly kind: 'rollup' | 'cube' | 'sets' | 'set';
  readonly elements: readonly (Expression | GroupingAnalytics)[];
}
/** `GROUP BY` of expressions, or in a pipe of items with aliases. */
export interface GroupByOf<Item> extends Node {
  readonly elements: readonly (Item | GroupingAnalytics)[];
  /** `WITH ROLLUP`, `WITH CUBE`, or `GROUPING SETS (…)` after the list. */
  readonly modifier: 'rollup' | 'cube' | GroupingAnalytics | null;
}
export type GroupBy = GroupByOf<Expression>;
export interface LateralView extends Node {
  readonly isOuter: boolean;
  readonly call: Call;
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
}
export interface From extends Node {
  readonly relations: readonly Relation[];
  readonly lateralViews: readonly LateralView[];
}
export interface Transform extends Node {
  readonly arguments: readonly Expression[];
  /** Token of the script's string. */
  readonly script: number | null;
  readonly columns: readonly Identifier[];
}
export interface Select extends Node {
  readonly kind: 'select';
  readonly hints: readonly Hint[];
  readonly quantifier: 'all' | 'distinct' | null;
  readonly items: readonly SelectItem[];
  readonly transform: Transform | null;
  readonly from: From | null;
  readonly lateralViews: readonly LateralView[];
  readonly where: Expression | null;
  readonly groupBy: GroupBy | null;
  readonly having: Expression | null;
  readonly windows: readonly NamedWindow[];
}

export type QueryTerm =
  | Select
  /** Terms with operators of one precedence between them, kept flat. */
  | (Node & { readonly kind: 'set-operation'; readonly head: QueryTerm; readonly rest: readonly SetBranch[] })
  | (Node & { readonly kind: 'table'; readonly name: NameReference })
  | (Node & {
      readonly kind: 'values';
      readonly rows: readonly Expression[];
      readonly alias: Identifier | null;
      readonly columns: readonly Identifier[];
    })
  | (Node & { readonly kind: 'subquery'; readonly query: Query })
  /** `FROM t SELECT a SELECT b`. */
  | (Node & { readonly kind: 'from'; readonly from: From; readonly selects: readonly Query[] })
  | Missing;
