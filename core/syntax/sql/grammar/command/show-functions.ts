import { k } from '../../lexer/keywords.ts';
import { isStringCode, s, t } from '../../lexer/token-codes.ts';
import { advance, codeAt, isNext, type Parser } from '../../parser/parser.ts';
import type { Show } from '../../tree/command.ts';
import { isName, parseIdentifier, parseMultipartName, parseNameReference } from '../names.ts';
import { parseString } from '../string.ts';
import { makeShow } from './make-show.ts';

/** `SHOW USER FUNCTIONS FROM db LIKE 'pattern'`; the pattern may be the name of a function too. `SHOW` comes next. */
export function parseShowFunctions(parser: Parser): Show {
  const first = parser.at;
  advance(parser);
  const scope = codeAt(parser, 1) === k.FUNCTIONS ? parseIdentifier(parser) : null;
  advance(parser);
  const hasNamespace = (isNext(parser, k.FROM) || isNext(parser, k.IN)) && isWordOfClause(parser);
  if (hasNamespace) advance(parser);
  const namespace = hasNamespace ? parseNameReference(parser, 'the name of a database') : null;
  const hasLike = isNext(parser, k.LIKE) && isWordOfClause(parser);
  if (hasLike) advance(parser);
  if (isStringCode(codeAt(parser))) {
    return makeShow(parser, first, 'functions', {
      scope,
      namespace,
      pattern: parseString(parser, 'a pattern'),
    });
  }
  const pattern =
    hasLike || isName(parser)
      ? parseMultipartName(parser, 'a pattern as a string, or the name of a function')
      : null;
  return makeShow(parser, first, 'functions', { scope, namespace, pattern });
}

/** Whether a keyword has something behind it: with nothing there it is the name of a function. */
function isWordOfClause(parser: Parser): boolean {
  const next = codeAt(parser, 1);
  return next !== t.end && next !== s[';'] && next !== s['.'];
}
