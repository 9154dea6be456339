import type { Identifier, Missing, Node, QualifiedName } from './node.ts';

/** A field of a struct or a column of a list of columns. */
export interface TypedField extends Node {
  readonly name: Identifier;
  readonly type: DataType;
  readonly isNotNull: boolean;
  /** Token of the comment's string. */
  readonly comment: number | null;
}

export type DataType =
  /** `INT`, `DECIMAL(10, 2)`, `STRING COLLATE …`; `parameters` are tokens of numbers. */
  | (Node & {
      readonly kind: 'primitive-type';
      readonly name: Identifier;
      readonly parameters: readonly number[];
      readonly collation: QualifiedName | null;
    })
  | (Node & { readonly kind: 'array-type'; readonly element: DataType })
  | (Node & { readonly kind: 'map-type'; readonly key: DataType; readonly value: DataType })
  | (Node & { readonly kind: 'struct-type'; readonly fields: readonly TypedField[] })
  /** `INTERVAL YEAR TO MONTH`; a bare `INTERVAL` is a primitive type. */
  | (Node & { readonly kind: 'interval-type'; readonly from: Identifier; readonly to: Identifier | null })
  | Missing;
