import type { Node } from '../../syntax/sql/tree/node.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import { keyLists } from './support/key-lists.ts';
import { rangeOf, shown } from './support/text-of.ts';

/** `OPTIONS (a 1, a 2)`, `PARTITION (day = 1, day = 2)`. */
export const sqlDuplicateKey: SqlCheck = {
  code: 'sql-duplicate-key',
  severity: 'error',
  title: 'A key stands twice in a list',
  run: (context) => keyLists(context).flatMap((keys) => doubles(context, keys)),
};

function doubles(
  { tokens }: StatementContext,
  keys: readonly { readonly key: Node; readonly text: string }[],
): readonly SqlDiscovery[] {
  const first = new Map<string, Node>();
  return keys.flatMap(({ key, text }): SqlDiscovery[] => {
    const before = first.get(text);
    if (before === undefined) {
      first.set(text, key);
      return [];
    }
    return [
      {
        range: rangeOf(tokens, key),
        message: `\`${shown(text)}\` stands twice in this list; keep one of them.`,
        related: [{ range: rangeOf(tokens, before), message: 'It stands here first.' }],
      },
    ];
  });
}
