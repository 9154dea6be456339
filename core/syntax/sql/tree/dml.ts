import type { Expression } from './expression.ts';
import type { Identifier, NameReference, Node, QualifiedName } from './node.ts';
import type { PartitionSpecification } from './partition.ts';
import type { Property } from './property.ts';
import type { From, Query, With } from './query.ts';
import type { TableAlias } from './relation.ts';

/** `a.b = expression`. */
export interface Assignment extends Node {
  readonly name: QualifiedName;
  readonly value: Expression;
}

/** Where an `INSERT` writes: a table, or a directory. */
export type InsertTarget =
  | (Node & {
      readonly kind: 'insert-table';
      readonly isOverwrite: boolean;
      readonly name: NameReference;
      /** `WITH (…)` (Spark 4.0). */
      readonly options: readonly Property[];
      readonly partition: PartitionSpecification | null;
      readonly isIfNotExists: boolean;
      readonly isByName: boolean;
      readonly columns: readonly Identifier[];
      /** Condition of `REPLACE WHERE`. */
      readonly replaceWhere: Expression | null;
    })
  | (Node & {
      readonly kind: 'insert-directory';
      readonly isLocal: boolean;
      /** Tokens of the path's string. */
      readonly path: Node | null;
      /** `ROW FORMAT …` */
      readonly rowFormat: Node | null;
      /** `STORED AS …` */
      readonly fileFormat: Node | null;
      /** The name after `USING`. */
      readonly provider: QualifiedName | null;
      readonly options: readonly Property[];
    });

/** One `INSERT … SELECT …` of several that read the same `FROM`. */
export interface InsertBranch extends Node {
  readonly target: InsertTarget;
  readonly query: Query;
}

/** The table that is changed, with its alias. */
export interface ChangeTarget extends Node {
  readonly name: NameReference;
  readonly alias: TableAlias | null;
}

export interface MergeClause extends Node {
  readonly match: 'matched' | 'not-matched' | 'not-matched-by-source';
  readonly condition: Expression | null;
  readonly action: MergeAction;
}

export type MergeAction =
  | (Node & { readonly kind: 'merge-delete' })
  | (Node & { readonly kind: 'merge-update'; readonly assignments: '*' | readonly Assignment[] })
  | (Node & {
      readonly kind: 'merge-insert';
      readonly columns: '*' | readonly QualifiedName[];
      readonly values: readonly Expression[];
    })
  | (Node & { readonly kind: 'missing' });

/** Statements that change rows. `with` is what stands before them. */
export type DmlStatement =
  | (Node & {
      readonly kind: 'insert';
      readonly with: With | null;
      readonly target: InsertTarget;
      readonly query: Query;
    })
  | (Node & {
      readonly kind: 'multi-insert';
      readonly with: With | null;
      readonly from: From;
      readonly branches: readonly InsertBranch[];
    })
  | (Node & {
      readonly kind: 'update';
      readonly with: With | null;
      readonly target: ChangeTarget;
      readonly assignments: readonly Assignment[];
      readonly where: Expression | null;
    })
  | (Node & {
      readonly kind: 'delete';
      readonly with: With | null;
      readonly target: ChangeTarget;
      readonly where: Expression | null;
    })
  | (Node & {
      readonly kind: 'merge';
      readonly with: With | null;
      readonly isEvolving: boolean;
      readonly target: ChangeTarget;
      readonly source: NameReference | Query;
      readonly sourceAlias: TableAlias | null;
      readonly on: Expression;
      readonly clauses: readonly MergeClause[];
    });
