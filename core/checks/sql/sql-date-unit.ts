import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf, shown, stringOf, textOf } from './support/text-of.ts';

const functions = /^(?:TIMESTAMPADD|DATEADD|DATE_ADD|TIMESTAMPDIFF|DATEDIFF|DATE_DIFF|TIMEDIFF)$/i;

/** `DATEADD('DAY', 1, x)`. */
export const sqlDateUnit: SqlCheck = {
  code: 'sql-date-unit',
  severity: 'error',
  title: 'A unit of time stands in quotes',
  run({ tokens, nodes }) {
    return nodes('call').flatMap(({ name, arguments: given }): SqlDiscovery[] => {
      const [only] = name;
      const unit = given[0]?.value;
      if (
        only === undefined ||
        name.length > 1 ||
        given.length !== 3 ||
        !functions.test(textOf(tokens, only))
      )
        return [];
      if (unit?.kind !== 'literal' || unit.type !== 'string' || unit.first !== unit.last) return [];
      const range = rangeOf(tokens, unit);
      const text = stringOf(tokens, unit);
      const isWord = /^[A-Za-z]+$/.test(text);
      return [
        {
          range,
          message: `The unit of \`${textOf(tokens, only)}\` stands without quotes${isWord ? `: ${shown(text)}` : ', as in DAY'}.`,
          ...(isWord && {
            fix: { title: `Write ${text} without quotes`, edits: [{ range, newText: text }] },
          }),
        },
      ];
    });
  },
};
