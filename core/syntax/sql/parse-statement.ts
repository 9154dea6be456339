import type { SqlDialect } from './dialect.ts';
import { parseExpression } from './grammar/expression/boolean.ts';
import { parsePrimary } from './grammar/expression/primary.ts';
import { parseValueExpression } from './grammar/expression/value.ts';
import { parsePipe } from './grammar/query/pipe.ts';
import { parseQuery } from './grammar/query/query.ts';
import { parseStatement as parseOne } from './grammar/statement/statement.ts';
import { parseDataType } from './grammar/type/data-type.ts';
import { type Significant, scan } from './lexer/scan.ts';
import { splitForeignNames } from './lexer/split-foreign-names.ts';
import { s } from './lexer/token-codes.ts';
import { createParser } from './parser/create-parser.ts';
import { problemHere } from './parser/expect.ts';
import { findReading, type ReadingRequest } from './parser/find-reading.ts';
import { type Parser, type Rules, take } from './parser/parser.ts';
import type { SqlProblem } from './parser/problem.ts';
import type { Statement } from './tree/statement.ts';

const rules: Rules = {
  expression: parseExpression,
  valueExpression: parseValueExpression,
  primary: parsePrimary,
  dataType: parseDataType,
  query: parseQuery,
  pipe: parsePipe,
  statement: parseOne,
};

/** A statement's tree and what is wrong with it. Nothing here depends on where in a file the statement stands. */
export interface ParsedStatement {
  readonly tokens: Significant;
  readonly tree: Statement;
  readonly problems: readonly SqlProblem[];
}

/**
 * Reads the text of one statement, with or without `;` at its end. Always gives a tree; where something is wrong it holds
 * `missing` nodes and `problems` says what, the first one where Spark sees it.
 */
export function parseStatement(text: string, dialect: SqlDialect): ParsedStatement {
  return parseTokens(scan(text), dialect);
}

/** The same for a text whose tokens are known. */
export function parseTokens(scanned: Significant, dialect: SqlDialect): ParsedStatement {
  const tokens = dialect.version === '3.5' ? splitForeignNames(scanned) : scanned;
  const read = (reading: ReadingRequest) => {
    const parser = createParser(tokens, dialect, rules, reading);
    return { parser, tree: readWhole(parser) };
  };
  const { problems, tree } = findReading(read);
  return { tokens, tree, problems };
}

function readWhole(parser: Parser): Statement {
  const tree = parser.rules.statement(parser);
  while (take(parser, s[';']));
  if (parser.at < parser.end) problemHere(parser, 'the end of the statement');
  return tree;
}
