import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { nameOf, rangeOf, shown } from './support/text-of.ts';
import { windowLists } from './support/window-lists.ts';

/** `WINDOW a AS b`, where `b` is no window that is written out. */
export const sqlWindowReference: SqlCheck = {
  code: 'sql-window-reference',
  severity: 'error',
  title: 'A window is named after one that is not there',
  run(context) {
    const { tokens } = context;
    return windowLists(context).flatMap((windows) => {
      const byName = new Map(windows.map(({ name, window }) => [nameOf(tokens, name), window]));
      return windows.flatMap(({ window }): SqlDiscovery[] => {
        if (window.name === null) return [];
        const wanted = nameOf(tokens, window.name);
        const found = byName.get(wanted);
        if (found !== undefined && found.name === null) return [];
        const why =
          found === undefined
            ? `The clause has no window \`${shown(wanted)}\`; write the window in parentheses.`
            : `\`${shown(wanted)}\` is itself only a name of another window; write that one in parentheses.`;
        return [{ range: rangeOf(tokens, window.name), message: why }];
      });
    });
  },
};
