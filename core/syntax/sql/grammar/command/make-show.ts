import { lastRead, type Parser } from '../../parser/parser.ts';
import type { Show, Shown } from '../../tree/command.ts';

type Parts = Partial<Omit<Show, 'kind' | 'first' | 'last' | 'shown'>>;

const none = {
  table: null,
  namespace: null,
  pattern: null,
  partition: null,
  scope: null,
  property: null,
  isAsSerde: false,
};

/** A `SHOW` whose parts are read. */
export function makeShow(parser: Parser, first: number, shown: Shown, parts: Parts): Show {
  return { kind: 'show', first, last: lastRead(parser), shown, ...none, ...parts };
}
