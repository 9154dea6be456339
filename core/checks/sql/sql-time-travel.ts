import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf, shown, textOf } from './support/text-of.ts';

/** `FROM t TIMESTAMP AS OF updated_at`. */
export const sqlTimeTravel: SqlCheck = {
  code: 'sql-time-travel',
  severity: 'error',
  title: 'The time of a version of a table rests on a column',
  run({ tokens, nodes }) {
    const columns = nodes('name');
    return nodes('table-name').flatMap(({ temporal }): SqlDiscovery[] => {
      if (temporal === null || temporal.by !== 'timestamp') return [];
      const { first, last, kind } = temporal.value;
      if (
        kind === 'subquery' ||
        nodes('lambda').length > 0 ||
        nodes('subquery').some((query) => first <= query.first && query.last <= last)
      )
        return [];
      // The field of an EXTRACT is a word and no column.
      const fields = nodes('call').flatMap(({ name, arguments: given }) =>
        textOf(tokens, name[0] ?? { first, last: first }).toUpperCase() === 'EXTRACT' || given.length === 3
          ? [given[0]?.first]
          : [],
      );
      const column = columns.find(
        (name) => first <= name.first && name.last <= last && !fields.includes(name.first),
      );
      if (column === undefined) return [];
      const text = textOf(tokens, column);
      const hint = /^current_(?:date|timestamp|user)$/i.test(text)
        ? `write \`${text}()\``
        : 'write a constant, or a call such as `now()`';
      return [
        {
          range: rangeOf(tokens, column),
          message: `The time of a table's version cannot rest on a column, as \`${shown(text)}\` is read here; ${hint}.`,
        },
      ];
    });
  },
};
