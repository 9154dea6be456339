import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf, shown, textOf } from './support/text-of.ts';

/** `ROWS BETWEEN n PRECEDING AND CURRENT ROW`. */
export const sqlFrameBound: SqlCheck = {
  code: 'sql-frame-bound',
  severity: 'error',
  title: 'The bound of a window frame is no constant',
  run({ tokens, nodes }) {
    const bounds = nodes('window').flatMap(({ frame }) => [frame?.start, frame?.end]);
    const unknown = [...nodes('name'), ...nodes('call'), ...nodes('subquery'), ...nodes('exists')];
    return bounds.flatMap((bound): SqlDiscovery[] => {
      const offset = bound?.offset;
      if (offset == null) return [];
      const found = unknown.find(({ first, last }) => offset.first <= first && last <= offset.last);
      if (found === undefined) return [];
      const message = `The bound of a frame is a constant, and not \`${shown(textOf(tokens, offset))}\`; write a number or an interval.`;
      return [{ range: rangeOf(tokens, offset), message }];
    });
  },
};
