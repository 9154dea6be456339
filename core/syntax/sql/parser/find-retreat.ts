import { k } from '../lexer/keywords.ts';
import { isWordCode, s, t } from '../lexer/token-codes.ts';
import { form } from './open-forms.ts';
import type { Parser } from './parser.ts';
import { isQueryStart } from './query-start.ts';

/**
 * Where Spark goes back to when no reading of a text succeeds. Its parser looks ahead before it decides that a word such as `IN` or
 * `CASE` begins a form; when all that it could be fails at the same place, it takes the shortest way, the word as a plain name or as
 * the end, and tells of a mistake right there. `kind: 'name'` asks for a reading in which the word at the token is a name.
 */
export type Retreat = { readonly kind: 'name' | 'here'; readonly at: number };

/** The retreat from the first problem of a reading, which was met at token `failed`; null when the problem is told where it is. */
export function findRetreat(parser: Parser, failed: number): Retreat | null {
  for (const key of parser.failure?.open ?? []) {
    const at = key >> 3;
    switch (key % 8) {
      case form.group:
        return isLogicalAnd(parser, at - 1) ? { kind: 'name', at: at - 1 } : null;
      case form.values:
        // Behind a comma between rows, and not one within a row.
        if (parser.codes[failed - 1] !== s[','] || parser.failure?.open.at(-1) !== key) break;
        return { kind: 'here', at: failed - 1 };
      case form.order:
        return { kind: 'here', at };
      case form.type:
        if (parser.codes[at] === s['('] ? failed > at + 1 : isOnlyType(parser, at, failed)) break;
        return { kind: 'here', at };
      case form.in:
        if (parser.codes[at - 1] === k.NOT) break;
        return { kind: 'name', at };
      case form.call:
        if (isNameList(parser, at + 1, failed) || isMapWithin(parser, at) || isOfQuery(parser, at)) {
          return { kind: 'name', at };
        }
        break;
      default:
        return { kind: 'name', at };
    }
  }
  const at = findWordBefore(parser, failed);
  return at === null ? null : { kind: 'name', at };
}

/** Whether something stands behind the `<` of a type that could not follow the operator `<`. */
function isOnlyType({ codes }: Parser, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const code = codes[at];
    if (code === s[':'] || code === k.NOT || code === k.COMMENT) return true;
  }
  return false;
}

/** An `AND` between conditions; before a parenthesis Spark doubts it, as it could be that of `BETWEEN`. */
function isLogicalAnd({ codes, lastLogic }: Parser, at: number): boolean {
  return codes[at] === k.AND && lastLogic === at;
}

/** `f((SELECT …`: a query in parentheses could follow the name. */
function isOfQuery({ codes }: Parser, at: number): boolean {
  return codes[at + 1] === s['('] && codes[at + 2] === s['('] && isQueryStart(codes[at + 3] ?? 0);
}

/** `f(map(…))`: `MAP` could begin the old form of a query. */
function isMapWithin({ codes, failure }: Parser, at: number): boolean {
  const isMap = codes[at] === k.MAP || codes[at] === k.REDUCE;
  return isMap && (failure?.open ?? []).some((key) => key % 8 === form.call && key >> 3 < at);
}

/** Whether `(` and names with commas between are all that stands from `from` up to `to`, so that it could be a list of aliases. */
function isNameList({ codes }: Parser, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const code = codes[at] ?? 0;
    const isName = isWordCode(code) || code === t.quotedName;
    if ((at - from) % 2 === 1 ? !isName : code !== s[',']) return false;
  }
  return codes[from] === s['('] && to > from;
}

/** The word right before the mistake that began something which then did not come. */
function findWordBefore({ codes, lastLogic }: Parser, failed: number): number | null {
  const before = codes[failed - 1] ?? 0;
  switch (before) {
    case k.LIKE:
    case k.ILIKE:
    case k.RLIKE:
    case k.REGEXP:
    case k.BETWEEN:
    case k.IN:
      return codes[failed - 2] === k.NOT ? null : failed - 1;
    case k.IS:
    case k.ESCAPE:
    case k.LIMIT:
    case k.OFFSET:
      return failed - 1;
    case k.AND:
    case k.OR:
      return lastLogic === failed - 1 ? failed - 1 : null;
    case k.SELECT:
      return hasFrom(codes, failed - 2) ? null : findSetOperator(codes, failed - 2);
    default:
      return findCallSuffix(codes, failed);
  }
}

/** Whether the `SELECT` before a set operator has a `FROM`, behind which the operator cannot be an alias. */
function hasFrom(codes: Uint16Array, at: number): boolean {
  let index = at - 1;
  while (index >= 0 && codes[index] !== k.FROM && codes[index] !== k.SELECT) index -= 1;
  return codes[index] === k.FROM;
}

/** `UNION SELECT` with nothing behind it. */
function findSetOperator(codes: Uint16Array, at: number): number | null {
  const code = codes[at];
  return code === k.UNION || code === k.EXCEPT || code === k.INTERSECT || code === k.MINUS ? at : null;
}

/** `OVER (word` or `FILTER (` that goes on as no window and no filter does. */
function findCallSuffix(codes: Uint16Array, failed: number): number | null {
  for (let at = failed - 1; at >= failed - 3 && at > 0; at -= 1) {
    if (codes[at] === s['('] && (codes[at - 1] === k.OVER || codes[at - 1] === k.FILTER)) return at - 1;
  }
  return null;
}
