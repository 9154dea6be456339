import type { AddedColumn, ColumnPosition } from './column.ts';
import type { DataType, TypedField } from './data-type.ts';
import type { Expression } from './expression.ts';
import type { Identifier, NameReference, Node, QualifiedName } from './node.ts';
import type { PartitionSpecification } from './partition.ts';
import type { Property } from './property.ts';
import type { Query } from './query.ts';
import type { Clause } from './table-clause.ts';

/** What is done to one column; null where nothing is said, which Spark then refuses. */
export type ColumnChange =
  | (Node & { readonly kind: 'set-type'; readonly type: DataType })
  | (Node & { readonly kind: 'set-comment'; readonly text: Node })
  | (Node & { readonly kind: 'set-not-null' })
  | (Node & { readonly kind: 'drop-not-null' })
  | (Node & { readonly kind: 'set-default'; readonly value: Expression })
  | (Node & { readonly kind: 'drop-default' })
  | ColumnPosition;

export interface ChangedColumn extends Node {
  readonly name: QualifiedName;
  readonly change: ColumnChange | null;
}

export interface AddedPartition extends Node {
  readonly partition: PartitionSpecification;
  readonly location: Node | null;
}

/** What an `ALTER TABLE` or `ALTER VIEW` does. */
export type Alteration =
  | (Node & { readonly kind: 'add-columns'; readonly columns: readonly AddedColumn[] })
  | (Node & {
      readonly kind: 'drop-columns';
      readonly isIfExists: boolean;
      readonly columns: readonly QualifiedName[];
    })
  | (Node & { readonly kind: 'rename-column'; readonly from: QualifiedName; readonly to: Identifier })
  | (Node & { readonly kind: 'alter-columns'; readonly columns: readonly ChangedColumn[] })
  /** Hive's `CHANGE COLUMN a b INT AFTER c`. */
  | (Node & {
      readonly kind: 'change-column';
      readonly name: QualifiedName;
      readonly to: TypedField;
      readonly position: ColumnPosition | null;
    })
  | (Node & { readonly kind: 'replace-columns'; readonly columns: readonly AddedColumn[] })
  | (Node & { readonly kind: 'rename'; readonly to: QualifiedName })
  | (Node & { readonly kind: 'rename-partition'; readonly to: PartitionSpecification | null })
  | (Node & { readonly kind: 'set-properties'; readonly properties: readonly Property[] })
  | (Node & {
      readonly kind: 'unset-properties';
      readonly isIfExists: boolean;
      readonly properties: readonly Property[];
    })
  | (Node & {
      readonly kind: 'set-serde';
      readonly className: Node | null;
      readonly properties: readonly Property[];
    })
  | (Node & { readonly kind: 'set-location'; readonly path: Node })
  | (Node & {
      readonly kind: 'add-partitions';
      readonly isIfNotExists: boolean;
      readonly partitions: readonly AddedPartition[];
    })
  | (Node & {
      readonly kind: 'drop-partitions';
      readonly isIfExists: boolean;
      readonly partitions: readonly PartitionSpecification[];
      readonly isPurging: boolean;
    })
  | (Node & { readonly kind: 'recover-partitions' })
  /** `CLUSTER BY`, `DEFAULT COLLATION` or `WITH SCHEMA` (Spark 4.0). */
  | (Node & { readonly kind: 'set-clause'; readonly clause: Clause })
  | (Node & { readonly kind: 'set-query'; readonly query: Query })
  | (Node & { readonly kind: 'missing' });

/** `partition` is what stands behind the table's name. */
export type AlterTableStatement = Node & {
  readonly kind: 'alter-table';
  readonly name: NameReference;
  readonly partition: PartitionSpecification | null;
  readonly alteration: Alteration;
};

export type AlterViewStatement = Node & {
  readonly kind: 'alter-view';
  readonly name: NameReference;
  readonly alteration: Alteration;
};
