import { t } from '../../syntax/sql/lexer/token-codes.ts';
import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf, shown, textOf } from './support/text-of.ts';

const plain = /^[A-Za-z0-9_]*$/;

/** `test-table`, `größe`: names that need backquotes. */
export const sqlIdentifier: SqlCheck = {
  code: 'sql-identifier',
  severity: 'error',
  title: 'A name needs backquotes',
  run({ tokens, nodes }) {
    return nodes('identifier').flatMap((name): SqlDiscovery[] => {
      const isOne = name.first >= name.last;
      if (isOne && (name.last < name.first || tokens.codes[name.first] !== t.name)) return [];
      const text = textOf(tokens, name);
      if (isOne && (plain.test(text) || text.includes('://'))) return [];
      const range = rangeOf(tokens, name);
      const quoted = `\`${text.replaceAll('`', '')}\``;
      return [
        {
          range,
          message: `The name ${shown(text)} holds ${isOne ? 'letters beyond A to Z' : '`-`'}, so it must stand in backquotes: ${shown(quoted)}.`,
          fix: { title: `Write ${shown(quoted)}`, edits: [{ range, newText: quoted }] },
        },
      ];
    });
  },
};
