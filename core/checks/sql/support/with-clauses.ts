import type { With } from '../../../syntax/sql/tree/query.ts';
import type { StatementContext } from '../sql-check.ts';

/** Every `WITH` of a statement, those before statements that change rows too. */
export function withClauses({ tree, nodes }: StatementContext): readonly With[] {
  const own = 'with' in tree && tree.kind !== 'query' ? tree.with : null;
  const all = [own, ...nodes('query').map((query) => ('with' in query ? query.with : null))];
  return all.filter((clause) => clause !== null);
}
