import type { Node } from '../../syntax/sql/tree/node.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import { rangeOf, rangeOfToken, shown, textOf } from './support/text-of.ts';

type Part = Node & { readonly kind: string };

/** Clauses that stand once in a definition. Of others Spark takes the last. */
const single = new Set([
  ...[
    'provider',
    'options',
    'properties',
    'partitioned-by',
    'clustered-by',
    'row-format',
    'stored',
    'location',
  ],
  ...['comment', 'not-null', 'default', 'generated'],
]);

/** `COMMENT 'a' COMMENT 'b'` of a table or of one of its columns. */
export const sqlDuplicateClause: SqlCheck = {
  code: 'sql-duplicate-clause',
  severity: 'error',
  title: 'A clause stands twice in a definition',
  run(context) {
    const { nodes } = context;
    const definitions = [
      ...nodes('create-table'),
      ...nodes('create-table-like'),
      ...nodes('create-view'),
      ...nodes('create-namespace'),
    ];
    const made = nodes('create-table').flatMap(({ columns }) => columns.map(({ options }) => options));
    const added = nodes('add-columns').flatMap(({ columns }) => columns.map(({ options }) => options));
    const lists: readonly (readonly Part[])[] = [
      ...definitions.map(({ clauses }) => clauses),
      ...made,
      ...added,
    ];
    return lists.flatMap((list) => doubles(context, list));
  },
};

function doubles({ tokens }: StatementContext, parts: readonly Part[]): readonly SqlDiscovery[] {
  const first = new Map<string, Part>();
  return parts.flatMap((part): SqlDiscovery[] => {
    const before = first.get(part.kind);
    if (before === undefined || !single.has(part.kind)) {
      first.set(part.kind, part);
      return [];
    }
    return [
      {
        range: rangeOf(tokens, part),
        message: `\`${shown(textOf(tokens, part))}\` says again what a clause before it says; keep one of them.`,
        related: [{ range: rangeOfToken(tokens, before.first), message: 'It stands here first.' }],
      },
    ];
  });
}
