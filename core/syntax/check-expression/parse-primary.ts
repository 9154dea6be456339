import { isStringCode, isWordCode, t } from '../sql/lexer/token-codes.ts';
import { unquoteName, unquoteString } from '../sql/unquote.ts';
import {
  type AggregateFunction,
  aggregateFunctions,
  type Expression,
  type ScalarFunction,
  scalarFunctions,
} from './expression.ts';
import type { ExpressionParser } from './expression-parser.ts';

/** Words that cannot be a column's name here without backquotes: they would make an expression mean something else. */
const reserved = new Set(
  'AND OR NOT IS IN BETWEEN LIKE CASE WHEN THEN ELSE END NULL TRUE FALSE DISTINCT SELECT FROM WHERE'.split(
    ' ',
  ),
);

/** Reads a literal, a column, a call, CASE, or an expression in parentheses. */
export function parsePrimary(parser: ExpressionParser): Expression {
  const { reader } = parser;
  const range = reader.range();
  const code = reader.code();
  switch (code) {
    case t.integer:
    case t.decimal:
    case t.number: {
      const written = reader.text();
      const isInteger = /^[0-9]+[LSY]?$/i.test(written);
      reader.advance();
      return { kind: 'number', text: written.replace(/(?:BD|[LSYFD])$/i, ''), isInteger, range };
    }
    case t.string:
    case t.rawString:
      return parseString(parser);
    case t.quotedName: {
      const name = unquoteName(reader.text());
      reader.advance();
      return { kind: 'column', name, range };
    }
    case t.unclosed:
      reader.problem(`\`${reader.text().charAt(0)}\` is not closed; add the same sign where the text ends.`);
      reader.advance();
      return { kind: 'skipped', range };
    default:
      if (isWordCode(code)) return parseWord(parser);
      return reader.isNext('(') ? parseParentheses(parser) : missing(parser);
  }
}

function parseString({ reader }: ExpressionParser): Expression {
  const start = reader.range().start;
  const value = unquoteString(reader.text());
  reader.advance();
  if (isStringCode(reader.code())) {
    reader.problem(
      "Two strings stand side by side, which Spark 3.5 and 4.0 read differently; write `\\'` for a quote.",
    );
  }
  return { kind: 'string', value, range: { start, end: reader.lastEnd() } };
}

function missing({ reader }: ExpressionParser): Expression {
  const at = reader.isEnd() ? reader.lastEnd() : reader.range().start;
  const found = reader.isEnd() ? 'the end' : `\`${reader.text().slice(0, 40)}\``;
  reader.problem(
    `A column or a value is missing before ${found}; write one.`,
    reader.isEnd() ? { start: at, end: at } : reader.range(),
  );
  // Signs that start nothing are passed over, so that what follows it is still read.
  while (reader.code() === t.unknown) reader.advance();
  return { kind: 'missing', range: { start: at, end: at } };
}

function parseParentheses(parser: ExpressionParser): Expression {
  const { reader } = parser;
  reader.advance();
  const tree = parser.expression();
  if (!reader.take(')')) reader.problem('A parenthesis is not closed; add `)`.');
  return tree;
}

function parseWord(parser: ExpressionParser): Expression {
  const { reader } = parser;
  const range = reader.range();
  const word = reader.text();
  const upper = word.toUpperCase();
  if (upper === 'CASE') return parseCase(parser);
  if (upper === 'NULL' || upper === 'TRUE' || upper === 'FALSE') {
    reader.advance();
    return upper === 'NULL' ? { kind: 'null', range } : { kind: 'boolean', value: upper === 'TRUE', range };
  }
  if (reserved.has(upper)) return missing(parser);
  reader.advance();
  const isString = isStringCode(reader.code());
  if ((upper === 'DATE' || upper === 'TIMESTAMP') && isString) {
    const value = unquoteString(reader.text());
    reader.advance();
    const type = upper === 'DATE' ? 'date' : 'timestamp';
    return { kind: 'typed', type, value, range: { start: range.start, end: reader.lastEnd() } };
  }
  if (reader.isNext('(')) return parseCall(parser, word, range.start);
  if (reader.isNext('.')) return parseQualified(parser, word, range.start);
  return { kind: 'column', name: word, range };
}

/** `table.column`: a problem, and yet the column. */
function parseQualified({ reader }: ExpressionParser, word: string, start: number): Expression {
  let name = word;
  let range = { start, end: reader.lastEnd() };
  let prefixEnd = range.end;
  while (reader.take('.')) {
    prefixEnd = reader.lastEnd();
    const isQuoted = reader.code() === t.quotedName;
    if (!isQuoted && !isWordCode(reader.code())) break;
    range = reader.range();
    name = isQuoted ? unquoteName(reader.text()) : reader.text();
    reader.advance();
  }
  reader.problem(`A check sees the columns of its own table only; write the column without \`${word}.\`.`, {
    start,
    end: prefixEnd,
  });
  return { kind: 'column', name, range };
}

function parseCall(parser: ExpressionParser, word: string, start: number): Expression {
  const { reader } = parser;
  const name = word.toLowerCase();
  const isScalar = (scalarFunctions as readonly string[]).includes(name);
  const isAggregate = (aggregateFunctions as readonly string[]).includes(name);
  if (!isScalar && !isAggregate) {
    const known = [...scalarFunctions, ...aggregateFunctions].join(', ');
    reader.problem(
      `\`${word}\` is not a function of checks (${known}); use a check with \`sql:\` and \`engine: spark\`.`,
      {
        start,
        end: start + word.length,
      },
    );
  }
  reader.advance();
  const isDistinct = isAggregate && reader.take('DISTINCT');
  const isStar = name === 'count' && !isDistinct && reader.take('*');
  const given: Expression[] = [];
  if (!isStar && !reader.isNext(')')) {
    do given.push(parser.expression());
    while (reader.take(','));
  }
  if (!reader.take(')')) reader.problem(`The call of \`${word}\` is not closed; add \`)\`.`);
  const range = { start, end: reader.lastEnd() };
  if (isScalar) return { kind: 'call', name: name as ScalarFunction, arguments: given, range };
  if (!isAggregate) return { kind: 'skipped', range };
  if (!isStar && given.length !== 1) reader.problem(`\`${word}\` takes one argument; write one.`, range);
  const argument = isStar ? null : (given[0] ?? { kind: 'missing', range });
  return { kind: 'aggregate', name: name as AggregateFunction, isDistinct, argument, range };
}

function parseCase(parser: ExpressionParser): Expression {
  const { reader } = parser;
  const start = reader.range().start;
  reader.advance();
  const subject = reader.isNext('WHEN') ? null : parser.expression();
  const branches: { when: Expression; result: Expression }[] = [];
  while (reader.take('WHEN')) {
    const when = parser.expression();
    if (!reader.take('THEN'))
      reader.problem('`THEN` is missing after the condition of `WHEN`; write `WHEN … THEN …`.');
    branches.push({ when, result: parser.expression() });
  }
  if (branches.length === 0) reader.problem('`CASE` has no `WHEN`; write `CASE WHEN … THEN … END`.');
  const otherwise = reader.take('ELSE') ? parser.expression() : null;
  if (!reader.take('END')) reader.problem('`END` is missing at the end of `CASE`; add it.');
  return { kind: 'case', subject, branches, otherwise, range: { start, end: reader.lastEnd() } };
}
