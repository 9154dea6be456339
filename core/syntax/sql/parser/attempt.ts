import { s } from '../lexer/token-codes.ts';
import { isEnd, isNext, type Parser } from './parser.ts';

/** Whether the statement ends here. */
export function isStatementEnd(parser: Parser): boolean {
  return isEnd(parser) || isNext(parser, s[';']);
}

/** What a rule reads when it reads all of the statement without a problem; else null, and nothing is read or told. */
export function attempt<Tree>(parser: Parser, rule: (parser: Parser) => Tree): Tree | null {
  const { at, depth, height, head, lastProblemAt, taken, failure, lastLogic } = parser;
  const opened = parser.open.length;
  const told = parser.problems.length;
  const named = parser.reservedNames.length;
  const tree = rule(parser);
  if (parser.problems.length === told && isStatementEnd(parser)) return tree;
  parser.problems.length = told;
  parser.open.length = opened;
  parser.reservedNames.length = named;
  Object.assign(parser, { at, depth, height, head, lastProblemAt, taken, failure, lastLogic });
  return null;
}
