import type { Expression } from './expression.ts';
import type { Identifier, Missing, Node, QualifiedName } from './node.ts';
import type { Query } from './query.ts';
import type { Statement } from './statement.ts';

/** `label:` before and `label` behind a block or loop; null where it is not written. */
export interface Labels {
  readonly label: QualifiedName | null;
  readonly endLabel: QualifiedName | null;
}

/** `BEGIN … END`: statements in their order. */
export interface Block extends Node, Labels {
  readonly kind: 'block';
  readonly statements: readonly BlockStatement[];
}

/** A condition and what is done when it holds. */
export interface ScriptBranch extends Node {
  readonly condition: Expression;
  readonly statements: readonly BlockStatement[];
}

/** What a handler handles; `name` of a condition that was declared, `state` a string's token. */
export interface HandledCondition extends Node {
  readonly what: 'sqlstate' | 'sqlexception' | 'not-found' | 'condition';
  readonly state: Node | null;
  readonly name: QualifiedName | null;
}

/** Statements that stand in blocks alone. */
export type ScriptStatement =
  | Block
  | (Node & {
      readonly kind: 'declare-condition';
      readonly name: QualifiedName;
      readonly state: Node | null;
    })
  | (Node & {
      readonly kind: 'declare-handler';
      readonly isContinuing: boolean;
      readonly conditions: readonly HandledCondition[];
      readonly action: BlockStatement;
    })
  | (Node & {
      readonly kind: 'if';
      readonly branches: readonly ScriptBranch[];
      readonly otherwise: readonly BlockStatement[] | null;
    })
  | (Node & {
      readonly kind: 'case-statement';
      readonly subject: Expression | null;
      readonly branches: readonly ScriptBranch[];
      readonly otherwise: readonly BlockStatement[] | null;
    })
  | (Node &
      Labels & {
        readonly kind: 'while' | 'repeat';
        readonly condition: Expression;
        readonly statements: readonly BlockStatement[];
      })
  | (Node & Labels & { readonly kind: 'loop'; readonly statements: readonly BlockStatement[] })
  | (Node &
      Labels & {
        readonly kind: 'for';
        readonly variable: Identifier | null;
        readonly query: Query;
        readonly statements: readonly BlockStatement[];
      })
  | (Node & { readonly kind: 'leave' | 'iterate'; readonly label: QualifiedName });

export type BlockStatement = Statement | ScriptStatement | Missing;
