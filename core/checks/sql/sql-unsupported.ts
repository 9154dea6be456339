import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf, rangeOfToken } from './support/text-of.ts';

/** `CREATE ROLE`, `SHOW GRANT`, `LOCK TABLE`: commands of Hive that Spark knows by name and refuses. */
export const sqlUnsupported: SqlCheck = {
  code: 'sql-unsupported',
  severity: 'error',
  title: 'A command of Hive that Spark does not carry out',
  run({ tokens, nodes }) {
    return nodes('unsupported-hive').flatMap((statement): SqlDiscovery[] => {
      const [first = statement.first] = statement.words;
      const last = statement.words.at(-1) ?? first;
      const range = { start: rangeOfToken(tokens, first).start, end: rangeOf(tokens, { first, last }).end };
      const words = statement.words.map((at) =>
        tokens.text.slice(tokens.starts[at], tokens.ends[at]).toUpperCase(),
      );
      return [{ range, message: `Spark refuses Hive's \`${words.join(' ')}\`; take the statement away.` }];
    });
  },
};
