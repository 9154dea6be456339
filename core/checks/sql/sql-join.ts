import type { From } from '../../syntax/sql/tree/query.ts';
import type { Relation } from '../../syntax/sql/tree/relation.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import { rangeOf } from './support/text-of.ts';

/** `NATURAL CROSS JOIN`, `LEFT SEMI JOIN LATERAL`, `LATERAL t`. */
export const sqlJoin: SqlCheck = {
  code: 'sql-join',
  severity: 'error',
  title: 'A join is of a kind that does not exist',
  run(context) {
    const { tokens } = context;
    const joins = context.nodes('join').flatMap((join): SqlDiscovery[] => {
      const message = faultOf(join);
      return message === null ? [] : [{ range: rangeOf(tokens, join), message }];
    });
    // What stands first is joined to nothing, and Spark passes over its LATERAL.
    const listed = fromClauses(context).flatMap(({ relations }) => relations.slice(1));
    return [...joins, ...listed.flatMap((relation) => ofRelation(context, relation))];
  },
};

type Join = Extract<Relation['extensions'][number], { readonly kind: 'join' }>;

function faultOf({ type, isNatural, isLateral, right, using }: Join): string | null {
  if (isNatural && type === 'cross')
    return 'A join cannot be `NATURAL` and `CROSS` at once; take one of the words away.';
  if (!isLateral) return null;
  if (isNatural) return 'A join cannot be `NATURAL` and `LATERAL` at once; write its condition after `ON`.';
  if (!isLateralRight(right)) return lateralFault;
  if (type !== 'inner' && type !== 'cross' && type !== 'left')
    return '`LATERAL` goes with inner, `CROSS` and `LEFT` joins alone, for it is worked out for each row of the left side.';
  return using.length > 0 ? 'A `LATERAL` join takes no `USING`; write its condition after `ON`.' : null;
}

const lateralFault = '`LATERAL` takes a query in parentheses or a table function; take the word away.';

function isLateralRight({ kind }: Relation['primary']): boolean {
  return kind === 'derived-table' || kind === 'table-function' || kind === 'missing';
}

function ofRelation({ tokens }: StatementContext, { isLateral, primary }: Relation): SqlDiscovery[] {
  if (!isLateral || isLateralRight(primary)) return [];
  return [{ range: rangeOf(tokens, primary), message: lateralFault }];
}

function fromClauses({ nodes }: StatementContext): readonly From[] {
  const all = [...nodes('select'), ...nodes('from'), ...nodes('multi-insert')].map(({ from }) => from);
  return all.filter((from) => from !== null);
}
