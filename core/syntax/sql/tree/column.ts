import type { DataType } from './data-type.ts';
import type { Expression } from './expression.ts';
import type { Identifier, Node, QualifiedName } from './node.ts';

/** `START WITH 1` or `INCREMENT BY -1`; `value` are the tokens of the number. */
export interface SequenceOption extends Node {
  readonly kind: 'start' | 'increment';
  readonly value: Node;
}

/** What stands behind the type of a column. */
export type ColumnOption =
  | (Node & { readonly kind: 'not-null' })
  | (Node & { readonly kind: 'default'; readonly value: Expression })
  | (Node & { readonly kind: 'generated'; readonly value: Expression })
  /** `GENERATED ALWAYS AS IDENTITY`, or `BY DEFAULT` (Spark 4.0). */
  | (Node & {
      readonly kind: 'identity';
      readonly isAlways: boolean;
      readonly options: readonly SequenceOption[];
    })
  | (Node & { readonly kind: 'comment'; readonly text: Node })
  | ColumnPosition;

export type ColumnPosition =
  | (Node & { readonly kind: 'first' })
  | (Node & { readonly kind: 'after'; readonly column: Identifier });

/** A column that is made. `options` are in the order written, also those written twice. */
export interface ColumnDefinition extends Node {
  readonly name: Identifier;
  readonly type: DataType;
  readonly options: readonly ColumnOption[];
}

/** A column or field that is added to a table: `a.b INT AFTER c`. */
export interface AddedColumn extends Node {
  readonly name: QualifiedName;
  readonly type: DataType;
  readonly options: readonly ColumnOption[];
}
