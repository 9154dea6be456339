import type { NamedWindow } from '../../../syntax/sql/tree/window.ts';
import type { StatementContext } from '../sql-check.ts';

/** The windows of every `WINDOW` clause. */
export function windowLists({ nodes }: StatementContext): readonly (readonly NamedWindow[])[] {
  const queries = nodes('query').flatMap((query) =>
    'organization' in query ? [query.organization?.windows ?? []] : [],
  );
  return [...nodes('select').map(({ windows }) => windows), ...queries].filter(
    (windows) => windows.length > 0,
  );
}
