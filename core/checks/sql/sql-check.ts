import type { Range, Severity } from '../../contracts/finding.ts';
import type { SqlDialect } from '../../syntax/sql/dialect.ts';
import type { Significant } from '../../syntax/sql/lexer/scan.ts';
import type { SqlFix } from '../../syntax/sql/parser/problem.ts';
import type { AnyNode, Kind, NodeOf } from './support/collect-nodes.ts';

/** One statement without a mistake of syntax, as checks see it. */
export interface StatementContext {
  readonly tokens: Significant;
  readonly tree: AnyNode;
  readonly dialect: SqlDialect;
  /** Every node of a kind in the statement, in the order of the text. */
  nodes<K extends Kind>(kind: K): readonly NodeOf<K>[];
}

/** What a check finds in a statement: offsets are in the statement's own text. */
export interface SqlDiscovery {
  readonly range: Range;
  readonly message: string;
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  readonly fix?: SqlFix;
}

/** One kind of mistake that Spark's grammar accepts and Spark rejects, or that is likely to be one. */
export interface SqlCheck {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Looks at one statement. What it finds must rest on the statement and the dialect alone: it is kept while they stay. */
  run(context: StatementContext): readonly SqlDiscovery[];
}
