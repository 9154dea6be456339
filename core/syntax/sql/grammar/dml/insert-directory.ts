import { k } from '../../lexer/keywords.ts';
import { isStringCode } from '../../lexer/token-codes.ts';
import { expect } from '../../parser/expect.ts';
import { codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { InsertTarget } from '../../tree/dml.ts';
import { parseFileFormat } from '../file-format.ts';
import { parseMultipartName } from '../names.ts';
import { parsePropertyList } from '../property-list.ts';
import { isRowFormat, parseRowFormat } from '../row-format.ts';
import { parseString } from '../string.ts';

/** `LOCAL DIRECTORY '…' USING csv OPTIONS (…)`, or with `ROW FORMAT` and `STORED AS`; `LOCAL` or `DIRECTORY` comes next. */
export function parseInsertDirectory(parser: Parser, first: number): InsertTarget {
  const isLocal = take(parser, k.LOCAL);
  expect(parser, k.DIRECTORY);
  const hasPath = isStringCode(codeAt(parser)) || !isNext(parser, k.USING);
  const path = hasPath ? parseString(parser, 'the path of a directory as a string') : null;
  const provider = take(parser, k.USING) ? parseMultipartName(parser, 'a format such as `parquet`') : null;
  const target = { kind: 'insert-directory', first, isLocal, path, provider } as const;
  if (provider !== null) {
    const options = take(parser, k.OPTIONS) ? parsePropertyList(parser) : [];
    return { ...target, last: lastRead(parser), rowFormat: null, fileFormat: null, options };
  }
  const start = parser.at;
  if (isRowFormat(parser)) parseRowFormat(parser);
  const rowFormat = parser.at > start ? { first: start, last: lastRead(parser) } : null;
  const fileFormat = parseFileFormat(parser);
  return { ...target, last: lastRead(parser), rowFormat, fileFormat, options: [] };
}
