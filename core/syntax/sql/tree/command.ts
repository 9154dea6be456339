import type { DataType } from './data-type.ts';
import type { Assignment } from './dml.ts';
import type { Argument, Expression, Interval } from './expression.ts';
import type { Identifier, NameReference, Node, QualifiedName } from './node.ts';
import type { PartitionSpecification } from './partition.ts';
import type { Property } from './property.ts';
import type { Query, SelectItem } from './query.ts';
import type { Statement } from './statement.ts';

/** What a `SHOW` lists. */
export type Shown =
  | 'catalogs'
  | 'columns'
  | 'create-table'
  | 'current-namespace'
  | 'functions'
  | 'namespaces'
  | 'partitions'
  | 'table-extended'
  | 'tables'
  | 'tblproperties'
  | 'views';

/** `SHOW …`. What a kind does not have is null. */
export interface Show extends Node {
  readonly kind: 'show';
  readonly shown: Shown;
  /** The table that is looked at. */
  readonly table: NameReference | null;
  /** What stands after `FROM` or `IN`. */
  readonly namespace: NameReference | null;
  /** A string, or the name of functions. */
  readonly pattern: Node | null;
  readonly partition: PartitionSpecification | null;
  /** `USER` of `SHOW USER FUNCTIONS`. */
  readonly scope: Identifier | null;
  /** The one property that is asked for. */
  readonly property: Node | null;
  readonly isAsSerde: boolean;
}

/** `DESCRIBE …`. */
export type Describe =
  | (Node & { readonly kind: 'describe-query'; readonly query: Query })
  | (Node & {
      readonly kind: 'describe-function';
      readonly isExtended: boolean;
      /** Null where `operator` says which: an operator or a string. */
      readonly name: NameReference | null;
      readonly operator: Node | null;
    })
  | (Node & {
      readonly kind: 'describe-namespace';
      readonly isExtended: boolean;
      readonly name: NameReference;
    })
  | (Node & {
      readonly kind: 'describe-table';
      readonly detail: 'extended' | 'formatted' | null;
      readonly name: NameReference;
      readonly partition: PartitionSpecification | null;
      readonly column: QualifiedName | null;
      readonly isJson: boolean;
    });

/** `SET …` and `RESET …`. */
export type Setting =
  /** `SET key = value`, `SET key`, `SET`, `SET -v`; key and value are texts as they are written. */
  | (Node & { readonly kind: 'set-config'; readonly key: Node | null; readonly value: Node | null })
  | (Node & { readonly kind: 'reset'; readonly key: Node | null })
  | (Node & { readonly kind: 'set-catalog'; readonly name: NameReference | Node })
  /** A string, `LOCAL` or an interval. */
  | (Node & { readonly kind: 'set-time-zone'; readonly zone: Node | Interval })
  | SetVariable;

/** `SET VAR a = 1, b = 2`, or within a block without `VAR`. */
export interface SetVariable extends Node {
  readonly kind: 'set-variable';
  readonly assignments: readonly Assignment[];
  /** `(a, b)` of `(a, b) = (SELECT …)`. */
  readonly names: readonly QualifiedName[];
  readonly query: Query | null;
}

export type Command =
  | Show
  | Describe
  | Setting
  | (Node & {
      readonly kind: 'cache';
      readonly isLazy: boolean;
      readonly name: NameReference;
      readonly options: readonly Property[];
      readonly query: Query | null;
    })
  | (Node & { readonly kind: 'uncache'; readonly isIfExists: boolean; readonly name: NameReference })
  | (Node & { readonly kind: 'clear-cache' })
  | (Node & { readonly kind: 'refresh'; readonly what: 'table' | 'function'; readonly name: NameReference })
  | (Node & { readonly kind: 'refresh-path'; readonly path: Node })
  | (Node & { readonly kind: 'use'; readonly name: NameReference })
  | (Node & {
      readonly kind: 'explain';
      readonly detail: 'logical' | 'formatted' | 'extended' | 'codegen' | 'cost' | null;
      readonly statement: Statement;
    })
  | (Node & {
      readonly kind: 'load-data';
      readonly isLocal: boolean;
      readonly isOverwrite: boolean;
      readonly path: Node;
      readonly name: NameReference;
      readonly partition: PartitionSpecification | null;
    })
  /** `ADD JAR …`, `LIST FILES`; `rest` is the text after the kind. */
  | (Node & {
      readonly kind: 'resource';
      readonly action: 'add' | 'list';
      readonly resource: Identifier;
      readonly rest: Node;
    })
  | (Node & {
      readonly kind: 'declare-variable';
      readonly isReplacing: boolean;
      readonly name: NameReference;
      readonly type: DataType | null;
      readonly initial: Expression | null;
    })
  | (Node & {
      readonly kind: 'execute-immediate';
      /** A string, or the name of a variable. */
      readonly statement: Node | QualifiedName;
      readonly into: readonly QualifiedName[];
      readonly using: readonly SelectItem[];
    })
  | (Node & {
      readonly kind: 'call-procedure';
      readonly name: NameReference;
      readonly arguments: readonly Argument[];
    })
  /** A command of Hive, which Spark refuses by its first words: `words` are their tokens. */
  | (Node & { readonly kind: 'unsupported-hive'; readonly words: readonly number[] });
