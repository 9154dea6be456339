import { k } from '../lexer/keywords.ts';
import { expect, expectAll, expectOneOf } from '../parser/expect.ts';
import { advance, isNext, lastRead, type Parser, take, takeBoth } from '../parser/parser.ts';
import type { Node } from '../tree/node.ts';
import type { RowFormat } from '../tree/table-clause.ts';
import { parsePropertyList } from './property-list.ts';
import { parseString } from './string.ts';

export function isRowFormat(parser: Parser): boolean {
  return isNext(parser, k.ROW, k.FORMAT);
}

/** `ROW FORMAT SERDE '…' WITH SERDEPROPERTIES (…)` or `ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' …`; `ROW` comes next. */
export function parseRowFormat(parser: Parser): RowFormat {
  const first = parser.at;
  advance(parser);
  const isSerde = expectAll(parser, k.FORMAT) && expectOneOf(parser, k.SERDE, k.DELIMITED) === k.SERDE;
  if (isSerde) {
    const className = parseString(parser, 'the class of the SerDe as a string');
    const properties = takeBoth(parser, k.WITH, k.SERDEPROPERTIES) ? parsePropertyList(parser) : [];
    return { kind: 'serde', first, last: lastRead(parser), className, properties };
  }
  const fields = take(parser, k.FIELDS) ? parseTerminated(parser) : null;
  const escapedBy =
    fields !== null && take(parser, k.ESCAPED) && expect(parser, k.BY) ? parseText(parser) : null;
  const items = take(parser, k.COLLECTION) && expect(parser, k.ITEMS) ? parseTerminated(parser) : null;
  const keys = takeBoth(parser, k.MAP, k.KEYS) ? parseTerminated(parser) : null;
  const lines = take(parser, k.LINES) ? parseTerminated(parser) : null;
  const hasNull = take(parser, k.NULL) && expectAll(parser, k.DEFINED, k.AS);
  const nullText = hasNull ? parseText(parser) : null;
  return {
    kind: 'delimited',
    first,
    last: lastRead(parser),
    fields,
    escape: escapedBy,
    items,
    keys,
    lines,
    nullText,
  };
}

function parseText(parser: Parser): Node {
  return parseString(parser, 'a string');
}

function parseTerminated(parser: Parser): Node {
  const first = parser.at;
  return expectAll(parser, k.TERMINATED, k.BY) ? parseText(parser) : { first, last: lastRead(parser) };
}
