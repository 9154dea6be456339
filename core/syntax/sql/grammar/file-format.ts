import { k } from '../lexer/keywords.ts';
import { isStringCode } from '../lexer/token-codes.ts';
import { expect, expectOneOf } from '../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, takeBoth } from '../parser/parser.ts';
import type { FileFormat } from '../tree/table-clause.ts';
import { parseIdentifier } from './names.ts';
import { parsePropertyList } from './property-list.ts';
import { parseString } from './string.ts';

/** `STORED AS parquet`, `STORED AS INPUTFORMAT '…' OUTPUTFORMAT '…'` or `STORED BY '…'`, when `STORED` comes next. */
export function parseFileFormat(parser: Parser): FileFormat | null {
  if (!isNext(parser, k.STORED)) return null;
  const first = parser.at;
  advance(parser);
  if (expectOneOf(parser, k.AS, k.BY) === k.BY) {
    const className = parseString(parser, 'the class of the handler as a string');
    const properties = takeBoth(parser, k.WITH, k.SERDEPROPERTIES) ? parsePropertyList(parser) : [];
    return { kind: 'storage-handler', first, last: lastRead(parser), className, properties };
  }
  if (isNext(parser, k.INPUTFORMAT) && isStringCode(codeAt(parser, 1))) {
    advance(parser);
    const input = parseString(parser, 'the class of the input format as a string');
    const hasOutput = expect(parser, k.OUTPUTFORMAT);
    const output = hasOutput ? parseString(parser, 'the class of the output format as a string') : null;
    return { kind: 'class-format', first, last: lastRead(parser), input, output };
  }
  const name = parseIdentifier(parser, 'a file format such as `parquet`');
  return { kind: 'named-format', first, last: lastRead(parser), name };
}
