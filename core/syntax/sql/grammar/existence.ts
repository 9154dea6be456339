import { k } from '../lexer/keywords.ts';
import { s } from '../lexer/token-codes.ts';
import { expect, problemHere } from '../parser/expect.ts';
import { advance, codeAt, isNext, type Parser, takeBoth } from '../parser/parser.ts';

/** Whether `NOT`, or `!` in its place, is the token `ahead` of here. */
export function isNot(parser: Parser, ahead = 0): boolean {
  const code = codeAt(parser, ahead);
  return code === k.NOT || code === s['!'];
}

/** Passes `NOT`, for which Spark 3.5 takes `!` too; `next` is what must follow, which Spark 4.0 looks at before it refuses `!`. */
export function takeNot(parser: Parser, next: number): boolean {
  if (!isNot(parser)) return false;
  if (parser.isFour && isNext(parser, s['!'], next)) problemHere(parser, '`NOT`');
  advance(parser);
  return true;
}

/** `IF NOT EXISTS`, when it comes next. `IF` may be a name as well; nothing that follows a name begins with `NOT`. */
export function takeIfNotExists(parser: Parser): boolean {
  if (!isNext(parser, k.IF) || !isNot(parser, 1)) return false;
  advance(parser);
  takeNot(parser, k.EXISTS);
  return expect(parser, k.EXISTS);
}

/** `IF EXISTS`, when it comes next. */
export function takeIfExists(parser: Parser): boolean {
  return takeBoth(parser, k.IF, k.EXISTS);
}

/** `NOT NULL`, when `NOT` comes next. */
export function takeNotNull(parser: Parser): boolean {
  return takeNot(parser, k.NULL) && expect(parser, k.NULL);
}
