import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf } from './support/text-of.ts';

/** `ORDER BY a SORT BY b`. */
export const sqlRowOrder: SqlCheck = {
  code: 'sql-row-order',
  severity: 'error',
  title: 'Rows are ordered in two ways at once',
  run({ tokens, nodes }) {
    return nodes('query').flatMap((query): SqlDiscovery[] => {
      if (!('organization' in query) || query.organization === null) return [];
      const { orderBy, clusterBy, distributeBy, sortBy } = query.organization;
      const has = (list: readonly unknown[]): number => (list.length > 0 ? 1 : 0);
      const others = has(distributeBy) + has(sortBy);
      if (has(orderBy) + has(clusterBy) + (others > 0 ? 1 : 0) < 2) return [];
      const message =
        '`ORDER BY`, `CLUSTER BY` and `DISTRIBUTE BY … SORT BY` exclude one another; keep one of them.';
      return [{ range: rangeOf(tokens, query.organization), message }];
    });
  },
};
