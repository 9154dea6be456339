import type { TypedField } from './data-type.ts';
import type { Expression } from './expression.ts';
import type { Identifier, Node, QualifiedName } from './node.ts';
import type { Property } from './property.ts';

/** What a table is split by: a column, a function of columns, or a column that is made with its type. */
export type PartitionField =
  | (Node & { readonly kind: 'column'; readonly name: QualifiedName })
  | (Node & {
      readonly kind: 'transform';
      readonly name: Identifier;
      readonly arguments: readonly (QualifiedName | Expression)[];
    })
  | (Node & { readonly kind: 'typed-column'; readonly field: TypedField });

export interface SortedColumn extends Node {
  readonly name: Identifier;
  readonly direction: 'asc' | 'desc' | null;
}

/** How Hive writes rows as text. Each part is the tokens of its string. */
export type RowFormat =
  | (Node & {
      readonly kind: 'serde';
      readonly className: Node;
      readonly properties: readonly Property[];
    })
  | (Node & {
      readonly kind: 'delimited';
      readonly fields: Node | null;
      readonly escape: Node | null;
      readonly items: Node | null;
      readonly keys: Node | null;
      readonly lines: Node | null;
      readonly nullText: Node | null;
    });

/** `STORED AS orc`, `STORED AS INPUTFORMAT '…' OUTPUTFORMAT '…'`, `STORED BY '…'`. */
export type FileFormat =
  | (Node & { readonly kind: 'named-format'; readonly name: Identifier })
  | (Node & { readonly kind: 'class-format'; readonly input: Node; readonly output: Node | null })
  | (Node & {
      readonly kind: 'storage-handler';
      readonly className: Node;
      readonly properties: readonly Property[];
    });

/** Clauses that say how a table, view, database or function is made. They are kept in the order written, also when written twice. */
export type Clause =
  | (Node & { readonly kind: 'provider'; readonly name: QualifiedName })
  | (Node & { readonly kind: 'options'; readonly options: readonly Property[] })
  | (Node & { readonly kind: 'properties'; readonly properties: readonly Property[] })
  | (Node & { readonly kind: 'partitioned-by'; readonly fields: readonly PartitionField[] })
  /** `PARTITIONED ON (a, b)` of a view. */
  | (Node & { readonly kind: 'partitioned-on'; readonly columns: readonly Identifier[] })
  /** `buckets` is the number's token. */
  | (Node & {
      readonly kind: 'clustered-by';
      readonly columns: readonly Identifier[];
      readonly sortedBy: readonly SortedColumn[];
      readonly buckets: number;
    })
  /** `CLUSTER BY (a, b.c)`, or none of them for `CLUSTER BY NONE` (Spark 4.0). */
  | (Node & { readonly kind: 'cluster-by'; readonly columns: readonly QualifiedName[] })
  /** `values` are constants, or rows of constants. */
  | (Node & {
      readonly kind: 'skewed-by';
      readonly columns: readonly Identifier[];
      readonly values: readonly (Expression | readonly Expression[])[];
      readonly isStoredAsDirectories: boolean;
    })
  | (Node & { readonly kind: 'row-format'; readonly format: RowFormat })
  | (Node & { readonly kind: 'stored'; readonly format: FileFormat })
  | (Node & { readonly kind: 'location'; readonly path: Node })
  | (Node & { readonly kind: 'comment'; readonly text: Node })
  /** `DEFAULT COLLATION name` (Spark 4.0). */
  | (Node & { readonly kind: 'collation'; readonly name: Identifier })
  /** `WITH SCHEMA …` of a view (Spark 4.0). */
  | (Node & {
      readonly kind: 'schema-binding';
      readonly mode: 'binding' | 'compensation' | 'evolution' | 'type-evolution' | null;
    });
