import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf, rangeOfToken, shown, stringOf } from './support/text-of.ts';

/** `LIKE ANY ()`, `LIKE 'a' ESCAPE 'xy'`. */
export const sqlLike: SqlCheck = {
  code: 'sql-like',
  severity: 'error',
  title: 'A LIKE has no pattern, or no single escape character',
  run({ tokens, nodes }) {
    return nodes('predicate').flatMap((predicate): SqlDiscovery[] => {
      if (predicate.test === 'like-quantified' && predicate.operands.length === 0)
        return [
          {
            range: rangeOf(tokens, predicate),
            message: 'No pattern stands in the parentheses; write at least one.',
          },
        ];
      if (predicate.escape === null) return [];
      const character = stringOf(tokens, { first: predicate.escape, last: predicate.escape });
      if (character.length === 1) return [];
      return [
        {
          range: rangeOfToken(tokens, predicate.escape),
          message: `\`ESCAPE\` takes exactly one character, and not \`${shown(character)}\`.`,
        },
      ];
    });
  },
};
