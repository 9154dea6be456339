import type { AlterTableStatement, AlterViewStatement } from './alter-table.ts';
import type { ColumnDefinition } from './column.ts';
import type { TypedField } from './data-type.ts';
import type { CreateFunctionStatement, CreateSqlFunctionStatement } from './function-definition.ts';
import type { Identifier, NameReference, Node, QualifiedName } from './node.ts';
import type { PartitionSpecification } from './partition.ts';
import type { Property } from './property.ts';
import type { Query } from './query.ts';
import type { Clause } from './table-clause.ts';

/** A column of a view: its name, and its comment's tokens. */
export interface ViewColumn extends Node {
  readonly name: Identifier;
  readonly comment: Node | null;
}

export interface IndexedColumn extends Node {
  readonly name: QualifiedName;
  readonly options: readonly Property[];
}

/** `CREATE TABLE`, `REPLACE TABLE` and `CREATE OR REPLACE TABLE`. */
export type CreateTableStatement = Node & {
  readonly kind: 'create-table';
  readonly mode: 'create' | 'replace' | 'create-or-replace';
  readonly isTemporary: boolean;
  readonly isExternal: boolean;
  readonly isIfNotExists: boolean;
  readonly name: NameReference;
  readonly columns: readonly ColumnDefinition[];
  readonly clauses: readonly Clause[];
  readonly query: Query | null;
};

export type CreateTableLikeStatement = Node & {
  readonly kind: 'create-table-like';
  readonly isIfNotExists: boolean;
  readonly name: NameReference;
  readonly source: QualifiedName;
  readonly clauses: readonly Clause[];
};

export type CreateViewStatement = Node & {
  readonly kind: 'create-view';
  readonly isReplacing: boolean;
  readonly isGlobal: boolean;
  readonly isTemporary: boolean;
  readonly isIfNotExists: boolean;
  readonly name: NameReference;
  readonly columns: readonly ViewColumn[];
  readonly clauses: readonly Clause[];
  readonly query: Query;
};

/** A temporary view of files: `CREATE TEMPORARY VIEW v USING csv OPTIONS (…)`. */
export type CreateViewUsingStatement = Node & {
  readonly kind: 'create-view-using';
  readonly isReplacing: boolean;
  readonly isGlobal: boolean;
  readonly name: NameReference;
  readonly columns: readonly TypedField[];
  readonly provider: QualifiedName;
  readonly options: readonly Property[];
};

/** What `DROP` and `COMMENT ON` name. */
export type DefinedObject = 'table' | 'view' | 'namespace' | 'function' | 'variable';

/** Statements that define tables, views, functions and the like, and those that keep them in order. */
export type DdlStatement =
  | CreateTableStatement
  | CreateTableLikeStatement
  | CreateViewStatement
  | CreateViewUsingStatement
  | CreateFunctionStatement
  | CreateSqlFunctionStatement
  | AlterTableStatement
  | AlterViewStatement
  | (Node & {
      readonly kind: 'create-namespace';
      readonly isIfNotExists: boolean;
      readonly name: NameReference;
      readonly clauses: readonly Clause[];
    })
  | (Node & {
      readonly kind: 'alter-namespace';
      readonly name: NameReference;
      readonly change: 'set-properties' | 'unset-properties' | 'set-location' | null;
      readonly properties: readonly Property[];
      readonly location: Node | null;
    })
  | (Node & {
      readonly kind: 'create-index';
      readonly isIfNotExists: boolean;
      readonly name: Identifier;
      readonly table: NameReference;
      readonly type: Identifier | null;
      readonly columns: readonly IndexedColumn[];
      readonly options: readonly Property[];
    })
  | (Node & {
      readonly kind: 'drop-index';
      readonly isIfExists: boolean;
      readonly name: Identifier;
      readonly table: NameReference;
    })
  | (Node & {
      readonly kind: 'drop';
      readonly object: DefinedObject;
      readonly isTemporary: boolean;
      readonly isIfExists: boolean;
      readonly name: NameReference;
      readonly ending: 'purge' | 'restrict' | 'cascade' | null;
    })
  | (Node & {
      readonly kind: 'truncate-table';
      readonly name: NameReference;
      readonly partition: PartitionSpecification | null;
    })
  /** `text` is the tokens of a string, or of `NULL`. */
  | (Node & {
      readonly kind: 'comment-on';
      readonly object: DefinedObject;
      readonly name: NameReference;
      readonly text: Node;
    })
  /** `columns` is null where columns are not asked for; `option` is the word at the end, of which Spark knows `NOSCAN`. */
  | (Node & {
      readonly kind: 'analyze-table';
      readonly name: NameReference;
      readonly partition: PartitionSpecification | null;
      readonly columns: 'all' | readonly Identifier[] | null;
      readonly option: Identifier | null;
    })
  | (Node & {
      readonly kind: 'analyze-tables';
      readonly namespace: NameReference | null;
      readonly option: Identifier | null;
    })
  | (Node & {
      readonly kind: 'repair-table';
      readonly name: NameReference;
      readonly partitions: 'add' | 'drop' | 'sync' | null;
    });
