import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf } from './support/text-of.ts';

/** `UPDATE t AS x(a, b) SET …`. */
export const sqlChangeTarget: SqlCheck = {
  code: 'sql-change-target',
  severity: 'error',
  title: 'Columns of a table that is changed are given other names',
  run({ tokens, nodes }) {
    const targets = [...nodes('update'), ...nodes('delete'), ...nodes('merge')].map(
      ({ target }) => target.alias,
    );
    const sources = nodes('merge').map(({ sourceAlias }) => sourceAlias);
    return [...targets, ...sources].flatMap((alias): SqlDiscovery[] => {
      if (alias === null || alias.columns.length === 0) return [];
      const range = { start: rangeOf(tokens, alias.name).end, end: rangeOf(tokens, alias).end };
      const message =
        'The alias of a table takes no names of columns here; take the list in parentheses away.';
      return [{ range, message, fix: { title: 'Take the names away', edits: [{ range, newText: '' }] } }];
    });
  },
};
