import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf } from './support/text-of.ts';

/** `ROLLUP(a, ())`. */
export const sqlGroupingSet: SqlCheck = {
  code: 'sql-grouping-set',
  severity: 'error',
  title: 'A ROLLUP or CUBE holds an empty set',
  run({ tokens, nodes }) {
    return [...nodes('rollup'), ...nodes('cube')].flatMap(({ kind, elements }): SqlDiscovery[] => {
      const empty = elements.find((element) => element.kind === 'set' && element.elements.length === 0);
      if (empty === undefined) return [];
      const message = `\`${kind.toUpperCase()}\` takes no empty set; take \`()\` away, for the total of all rows is among its sets already.`;
      return [{ range: rangeOf(tokens, empty), message }];
    });
  },
};
