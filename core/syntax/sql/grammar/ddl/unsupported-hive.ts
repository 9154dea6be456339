import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expect, expectOneOf } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { Statement } from '../../tree/statement.ts';
import { parseRest } from '../rest.ts';

/** A command of Hive from its words to the end of the statement: Spark reads no more of it and refuses it. */
export function finishUnsupported(parser: Parser, words: readonly number[]): Statement {
  parseRest(parser);
  return { kind: 'unsupported-hive', first: words[0] ?? parser.at, last: lastRead(parser), words };
}

/** What `read` makes of the statement; where it finds something wrong, the statement is the command of Hive with these words. */
export function parseOrUnsupported<Tree>(
  parser: Parser,
  words: readonly number[],
  read: () => Tree,
): Tree | Statement {
  const { problems, lastProblemAt, failure, at } = parser;
  const { length } = problems;
  const tree = read();
  if (problems.length === length && (parser.at >= parser.end || isNext(parser, s[';']))) return tree;
  problems.length = length;
  parser.lastProblemAt = lastProblemAt;
  parser.failure = failure;
  parser.at = at;
  return finishUnsupported(parser, words);
}

/** A statement that begins with a word that only commands of Hive begin with. */
export function parseHiveCommand(parser: Parser): Statement {
  const first = parser.at;
  const code = codeAt(parser);
  advance(parser);
  if (code === k.GRANT || code === k.REVOKE) {
    take(parser, k.ROLE);
  } else if (code === k.EXPORT || code === k.IMPORT) {
    expect(parser, k.TABLE);
  } else if (code === k.LOCK || code === k.UNLOCK) {
    expectOneOf(parser, k.TABLE, k.DATABASE);
  } else if (code === k.START) {
    expect(parser, k.TRANSACTION);
  }
  return finishUnsupported(parser, wordsFrom(first, parser.at));
}

function wordsFrom(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}
