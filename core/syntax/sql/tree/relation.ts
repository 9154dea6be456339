import type { Argument, Expression } from './expression.ts';
import type { Identifier, Missing, NameReference, Node } from './node.ts';
import type { Query, QueryTerm, SelectItem } from './query.ts';

export interface TableAlias extends Node {
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
}
export interface Sample extends Node {
  readonly method: 'percent' | 'rows' | 'bucket' | 'bytes' | null;
  readonly amount: Expression | null;
}
/** `VERSION AS OF …` or `TIMESTAMP AS OF …`. */
export interface Temporal extends Node {
  readonly by: 'version' | 'timestamp';
  readonly value: Expression;
}

export type RelationPrimary =
  | (Node & {
      readonly kind: 'table-name';
      readonly name: NameReference;
      readonly temporal: Temporal | null;
      readonly sample: Sample | null;
      readonly alias: TableAlias | null;
    })
  | (Node & {
      readonly kind: 'derived-table';
      readonly query: Query;
      readonly sample: Sample | null;
      readonly alias: TableAlias | null;
    })
  | (Node & {
      readonly kind: 'nested-relation';
      readonly relation: Relation;
      readonly sample: Sample | null;
      readonly alias: TableAlias | null;
    })
  | (Node & { readonly kind: 'inline-table'; readonly values: QueryTerm })
  | (Node & {
      readonly kind: 'table-function';
      readonly name: NameReference;
      readonly arguments: readonly Argument[];
      readonly alias: TableAlias | null;
    })
  | Missing;

export type JoinType = 'inner' | 'cross' | 'left' | 'left-semi' | 'left-anti' | 'right' | 'full';

export interface Join extends Node {
  readonly kind: 'join';
  readonly type: JoinType;
  readonly isNatural: boolean;
  readonly isLateral: boolean;
  readonly right: RelationPrimary;
  readonly on: Expression | null;
  readonly using: readonly Identifier[];
}
export interface PivotValue extends Node {
  readonly value: Expression;
  readonly alias: Identifier | null;
}
export interface Pivot extends Node {
  readonly kind: 'pivot';
  readonly aggregates: readonly SelectItem[];
  readonly columns: readonly Identifier[];
  readonly values: readonly PivotValue[];
}
export interface UnpivotColumn extends Node {
  readonly columns: readonly NameReference[];
  readonly alias: Identifier | null;
}
export interface Unpivot extends Node {
  readonly kind: 'unpivot';
  readonly nulls: 'include' | 'exclude' | null;
  readonly values: readonly Identifier[];
  readonly name: Identifier;
  readonly columns: readonly UnpivotColumn[];
  readonly alias: Identifier | null;
}

/** A table and what is joined to it, in the order written. */
export interface Relation extends Node {
  readonly kind: 'relation';
  readonly isLateral: boolean;
  readonly primary: RelationPrimary;
  readonly extensions: readonly (Join | Pivot | Unpivot)[];
}
