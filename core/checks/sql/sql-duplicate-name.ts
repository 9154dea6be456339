import type { Identifier } from '../../syntax/sql/tree/node.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import { nameOf, rangeOf, shown } from './support/text-of.ts';
import { windowLists } from './support/window-lists.ts';
import { withClauses } from './support/with-clauses.ts';

/** Two common tables or two windows of one name. */
export const sqlDuplicateName: SqlCheck = {
  code: 'sql-duplicate-name',
  severity: 'error',
  title: 'Two common tables or windows have the same name',
  run(context) {
    const tables = withClauses(context).flatMap(({ tables }) =>
      doubles(
        context,
        tables.map(({ name }) => name),
        'common table',
      ),
    );
    const windows = windowLists(context).flatMap((list) =>
      doubles(
        context,
        list.map(({ name }) => name),
        'window',
      ),
    );
    return [...tables, ...windows];
  },
};

/** Spark tells names apart by their case here. */
function doubles(
  { tokens }: StatementContext,
  names: readonly Identifier[],
  what: string,
): readonly SqlDiscovery[] {
  const first = new Map<string, Identifier>();
  return names.flatMap((name): SqlDiscovery[] => {
    const text = nameOf(tokens, name);
    const before = first.get(text);
    if (before === undefined) {
      first.set(text, name);
      return [];
    }
    return [
      {
        range: rangeOf(tokens, name),
        message: `There is a ${what} \`${shown(text)}\` already; give this one another name.`,
        related: [{ range: rangeOf(tokens, before), message: 'It stands here first.' }],
      },
    ];
  });
}
