import { s } from '../../syntax/sql/lexer/token-codes.ts';
import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf, shown, textOf } from './support/text-of.ts';

/** `FROM db.range(3)`, `FROM f(TABLE t)`. */
export const sqlTableFunction: SqlCheck = {
  code: 'sql-table-function',
  severity: 'error',
  title: 'A table function is called in a way that Spark does not know',
  run({ tokens, nodes }) {
    const names = nodes('table-function').flatMap(({ name }): SqlDiscovery[] => {
      if (name.parts.length < 2) return [];
      const last = name.parts.at(-1) ?? name;
      const bare = textOf(tokens, last);
      const range = rangeOf(tokens, name);
      return [
        {
          range,
          message: `A table function belongs to no database; write \`${shown(bare)}(…)\`.`,
          fix: { title: `Write \`${shown(bare)}\``, edits: [{ range, newText: bare }] },
        },
      ];
    });
    const tables = nodes('table-argument').flatMap(({ first, table }): SqlDiscovery[] => {
      if ('kind' in table || tokens.codes[first + 1] === s['(']) return [];
      const [head] = table;
      const tail = table.at(-1);
      if (head === undefined || tail === undefined) return [];
      const range = rangeOf(tokens, { first: head.first, last: tail.last });
      const text = tokens.text.slice(range.start, range.end);
      return [
        {
          range,
          message: `The table that is given to a function stands in parentheses: \`TABLE(${shown(text)})\`.`,
          fix: { title: `Write \`TABLE(${shown(text)})\``, edits: [{ range, newText: `(${text})` }] },
        },
      ];
    });
    return [...names, ...tables];
  },
};
