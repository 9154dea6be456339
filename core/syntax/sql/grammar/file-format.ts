import { k } from '../lexer/keywords.ts';
import { isStringCode } from '../lexer/token-codes.ts';
import { expect, expectOneOf } from '../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, takeBoth } from '../parser/parser.ts';
import type { Node } from '../tree/node.ts';
import { parseIdentifier } from './names.ts';
import { parsePropertyList } from './property-list.ts';
import { parseString } from './string.ts';

/** `STORED AS parquet`, `STORED AS INPUTFORMAT '…' OUTPUTFORMAT '…'` or `STORED BY '…'`, when `STORED` comes next. */
export function parseFileFormat(parser: Parser): Node | null {
  if (!isNext(parser, k.STORED)) return null;
  const first = parser.at;
  advance(parser);
  if (expectOneOf(parser, k.AS, k.BY) === k.BY) {
    parseString(parser, 'the class of the handler as a string');
    if (takeBoth(parser, k.WITH, k.SERDEPROPERTIES)) parsePropertyList(parser);
  } else if (isNext(parser, k.INPUTFORMAT) && isStringCode(codeAt(parser, 1))) {
    advance(parser);
    parseString(parser, 'the class of the input format as a string');
    if (expect(parser, k.OUTPUTFORMAT)) parseString(parser, 'the class of the output format as a string');
  } else {
    parseIdentifier(parser, 'a file format such as `parquet`');
  }
  return { first, last: lastRead(parser) };
}
