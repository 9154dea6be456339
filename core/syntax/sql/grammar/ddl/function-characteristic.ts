import { k } from '../../lexer/keywords.ts';
import { t } from '../../lexer/token-codes.ts';
import { expect, expectAll, expectOneOf, problemHere } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser, take } from '../../parser/parser.ts';
import type { FunctionCharacteristic } from '../../tree/function-definition.ts';
import type { Identifier } from '../../tree/node.ts';
import { isNot, takeNot } from '../existence.ts';
import { parseStrictName } from '../names.ts';
import { parseComment } from './clause.ts';

/** What is said of a SQL function, such as `LANGUAGE SQL` or `NOT DETERMINISTIC`, when it comes next. */
export function parseFunctionCharacteristic(parser: Parser): FunctionCharacteristic | null {
  const first = parser.at;
  const code = codeAt(parser);
  switch (code) {
    case k.LANGUAGE: {
      advance(parser);
      const name = parseLanguage(parser);
      return { kind: 'language', first, last: lastRead(parser), name };
    }
    case k.SPECIFIC: {
      advance(parser);
      const name = parseStrictName(parser, 'a name');
      return { kind: 'specific', first, last: lastRead(parser), name };
    }
    case k.NO:
    case k.CONTAINS:
    case k.READS:
    case k.MODIFIES:
      return parseDataAccess(parser);
    case k.RETURNS:
    case k.CALLED: {
      advance(parser);
      if (code === k.RETURNS) expect(parser, k.NULL);
      expectAll(parser, k.ON, k.NULL, k.INPUT);
      return { kind: 'null-input', first, last: lastRead(parser), isCalled: code === k.CALLED };
    }
    case k.SQL: {
      advance(parser);
      const found = expect(parser, k.SECURITY) ? expectOneOf(parser, k.INVOKER, k.DEFINER) : 0;
      const by = found === k.INVOKER ? 'invoker' : found === k.DEFINER ? 'definer' : null;
      return { kind: 'security', first, last: lastRead(parser), by };
    }
    default:
      return isNot(parser) || isNext(parser, k.DETERMINISTIC)
        ? parseDeterministic(parser)
        : parseComment(parser);
  }
}

/** `SQL`, or a word that is no keyword. */
function parseLanguage(parser: Parser): Identifier {
  const first = parser.at;
  if (isNext(parser, k.SQL) || isNext(parser, t.name)) advance(parser);
  else problemHere(parser, 'a language such as `SQL`');
  return { kind: 'identifier', first, last: lastRead(parser) };
}

function parseDeterministic(parser: Parser): FunctionCharacteristic {
  const first = parser.at;
  const isDeterministic = !takeNot(parser, k.DETERMINISTIC);
  expect(parser, k.DETERMINISTIC);
  return { kind: 'deterministic', first, last: lastRead(parser), isDeterministic };
}

function parseDataAccess(parser: Parser): FunctionCharacteristic {
  const first = parser.at;
  const code = codeAt(parser);
  const access =
    code === k.NO ? 'no' : code === k.CONTAINS ? 'contains' : code === k.READS ? 'reads' : 'modifies';
  advance(parser);
  const isSql = expect(parser, k.SQL);
  if (isSql && (access === 'reads' || access === 'modifies')) expect(parser, k.DATA);
  return { kind: 'data-access', first, last: lastRead(parser), access };
}

/** All of them, in any order. */
export function parseFunctionCharacteristics(parser: Parser): FunctionCharacteristic[] {
  const found: FunctionCharacteristic[] = [];
  for (let next = parseFunctionCharacteristic(parser); next !== null; ) {
    found.push(next);
    next = parseFunctionCharacteristic(parser);
  }
  return found;
}

/** Whether `RETURNS NULL ON NULL INPUT` comes next, and not what the function returns. */
export function isNullInput(parser: Parser): boolean {
  return isNext(parser, k.RETURNS, k.NULL, k.ON);
}

/** `RETURNS`, when the type of what is returned follows. */
export function takeReturns(parser: Parser): boolean {
  return !isNullInput(parser) && take(parser, k.RETURNS);
}
