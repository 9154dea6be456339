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
  /** A statement of a kind that is not read yet: its text is kept, and nothing is said of it. */
  | (Node & { readonly kind: 'opaque' })
  /** Nothing but comments. */
  | (Node & { readonly kind: 'empty' })
  /** Words that begin no statement. */
  | (Node & { readonly kind: 'unknown' });
