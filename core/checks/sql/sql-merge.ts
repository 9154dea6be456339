import type { MergeClause } from '../../syntax/sql/tree/dml.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import type { NodeOf } from './support/collect-nodes.ts';
import { rangeOf } from './support/text-of.ts';

/** A `MERGE` without `WHEN`, with a clause that is never reached, or with more columns than values. */
export const sqlMerge: SqlCheck = {
  code: 'sql-merge',
  severity: 'error',
  title: 'A MERGE cannot be carried out',
  run(context) {
    return context
      .nodes('merge')
      .flatMap((merge) => [
        ...ofClauses(context, merge),
        ...merge.clauses.flatMap((clause) => ofInsert(context, clause)),
      ]);
  },
};

const words: Readonly<Record<MergeClause['match'], string>> = {
  matched: 'WHEN MATCHED',
  'not-matched': 'WHEN NOT MATCHED',
  'not-matched-by-source': 'WHEN NOT MATCHED BY SOURCE',
};

function ofClauses({ tokens }: StatementContext, merge: NodeOf<'merge'>): readonly SqlDiscovery[] {
  const { clauses } = merge;
  if (clauses.length === 0)
    return [
      {
        range: rangeOf(tokens, { first: merge.first, last: merge.first }),
        message: 'A `MERGE` needs at least one `WHEN` clause; write what is to happen.',
      },
    ];
  return clauses.flatMap(({ match, condition, first }, index): SqlDiscovery[] => {
    const isLast = !clauses.slice(index + 1).some((later) => later.match === match);
    if (condition !== null || isLast) return [];
    return [
      {
        range: rangeOf(tokens, { first, last: first }),
        message: `Only the last \`${words[match]}\` clause may be without a condition; add \`AND …\`, or put it last.`,
      },
    ];
  });
}

function ofInsert({ tokens }: StatementContext, { action }: MergeClause): readonly SqlDiscovery[] {
  if (
    action.kind !== 'merge-insert' ||
    action.columns === '*' ||
    action.columns.length === action.values.length
  )
    return [];
  return [
    {
      range: rangeOf(tokens, action),
      message: `${action.columns.length} columns and ${action.values.length} values stand here; give each column one value.`,
    },
  ];
}
