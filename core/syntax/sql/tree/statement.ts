import type { Command } from './command.ts';
import type { DdlStatement } from './ddl.ts';
import type { DmlStatement } from './dml.ts';
import type { Node } from './node.ts';
import type { Query } from './query.ts';
import type { Block } from './script.ts';

export type Statement =
  | (Node & { readonly kind: 'query'; readonly query: Query })
  | DmlStatement
  | DdlStatement
  | Command
  | Block
  /** Nothing but comments. */
  | (Node & { readonly kind: 'empty' })
  /** Words that begin no statement. */
  | (Node & { readonly kind: 'unknown' });
