import type { ColumnDefinition } from './column.ts';
import type { DataType, TypedField } from './data-type.ts';
import type { Expression } from './expression.ts';
import type { Identifier, NameReference, Node } from './node.ts';
import type { Query } from './query.ts';

/** `JAR '/x.jar'`. */
export interface FunctionResource extends Node {
  readonly type: Identifier;
  readonly path: Node;
}

/** What is said of a function, in the order written, also when said twice. */
export type FunctionCharacteristic =
  | (Node & { readonly kind: 'language'; readonly name: Identifier })
  | (Node & { readonly kind: 'specific'; readonly name: Identifier })
  | (Node & { readonly kind: 'deterministic'; readonly isDeterministic: boolean })
  | (Node & { readonly kind: 'data-access'; readonly access: 'no' | 'contains' | 'reads' | 'modifies' })
  | (Node & { readonly kind: 'null-input'; readonly isCalled: boolean })
  | (Node & { readonly kind: 'comment'; readonly text: Node })
  | (Node & { readonly kind: 'security'; readonly by: 'invoker' | 'definer' | null });

/** What a function gives: one value of a type, or rows with these columns. */
export type FunctionResult =
  | (Node & { readonly kind: 'value-result'; readonly type: DataType })
  | (Node & { readonly kind: 'table-result'; readonly columns: readonly TypedField[] });

interface Created {
  readonly isReplacing: boolean;
  readonly isTemporary: boolean;
  readonly isIfNotExists: boolean;
  readonly name: NameReference;
}

/** A function that a class computes. */
export type CreateFunctionStatement = Node &
  Created & {
    readonly kind: 'create-function';
    readonly className: Node;
    readonly resources: readonly FunctionResource[];
  };

/** A function in SQL (Spark 4.0). */
export type CreateSqlFunctionStatement = Node &
  Created & {
    readonly kind: 'create-sql-function';
    readonly parameters: readonly ColumnDefinition[];
    readonly returns: FunctionResult | null;
    readonly characteristics: readonly FunctionCharacteristic[];
    readonly body: Query | Expression;
  };
