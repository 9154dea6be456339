import { k } from '../lexer/keywords.ts';
import { isStringCode } from '../lexer/token-codes.ts';
import { expectAll, expectOneOf, problemHere } from '../parser/expect.ts';
import { advance, codeAt, isNext, type Parser, take, takeBoth } from '../parser/parser.ts';
import { parsePropertyList } from './property-list.ts';

export function isRowFormat(parser: Parser): boolean {
  return isNext(parser, k.ROW, k.FORMAT);
}

function parseText(parser: Parser): void {
  if (isStringCode(codeAt(parser))) advance(parser);
  else problemHere(parser, 'a string');
}

/** `ROW FORMAT SERDE '…' WITH SERDEPROPERTIES (…)` or `ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' …`. */
export function parseRowFormat(parser: Parser): void {
  parser.at += 2;
  if (expectOneOf(parser, k.SERDE, k.DELIMITED) === k.SERDE) {
    parseText(parser);
    if (takeBoth(parser, k.WITH, k.SERDEPROPERTIES)) parsePropertyList(parser);
    return;
  }
  if (take(parser, k.FIELDS)) {
    parseTerminated(parser);
    if (takeBoth(parser, k.ESCAPED, k.BY)) parseText(parser);
  }
  if (takeBoth(parser, k.COLLECTION, k.ITEMS)) parseTerminated(parser);
  if (takeBoth(parser, k.MAP, k.KEYS)) parseTerminated(parser);
  if (take(parser, k.LINES)) parseTerminated(parser);
  if (takeBoth(parser, k.NULL, k.DEFINED)) {
    if (expectAll(parser, k.AS)) parseText(parser);
  }
}

function parseTerminated(parser: Parser): void {
  if (expectAll(parser, k.TERMINATED, k.BY)) parseText(parser);
}
