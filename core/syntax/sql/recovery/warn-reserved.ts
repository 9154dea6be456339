import { k } from '../lexer/keywords.ts';
import type { Significant } from '../lexer/scan.ts';
import { isWordCode, s, t } from '../lexer/token-codes.ts';
import type { SqlFix, SqlProblem } from '../parser/problem.ts';
import { codeAt, fixOf, rangeOf, textOf } from './repair.ts';
import { isStructural, isSync } from './word-classes.ts';

/**
 * Warnings about words of SQL that Spark accepts as names, as in `SELECT a, FROM t`, and that a person hardly meant so. `names` are
 * indexes of tokens that were read as names although standard SQL reserves these words.
 */
export function warnReserved(tokens: Significant, names: readonly number[]): readonly SqlProblem[] {
  return [...new Set(names)]
    .filter((index) => isSuspect(tokens, index))
    .map((index) => warning(tokens, index));
}

function isSuspect(tokens: Significant, index: number): boolean {
  const code = codeAt(tokens, index);
  const before = codeAt(tokens, index - 1);
  const next = codeAt(tokens, index + 1);
  // Whoever writes `t.group`, `AS order` or `left(a, 2)` means it.
  if (
    before === s['.'] ||
    next === s['('] ||
    next === s['.'] ||
    (before === k.AS && code !== k.FROM && code !== k.WHERE)
  )
    return false;
  return isStructural(code) || code === k.CASE || (code === k.END && isWordCode(before));
}

function warning(tokens: Significant, index: number): SqlProblem {
  const word = textOf(tokens, index).toUpperCase();
  const { advice, fix } = adviceFor(tokens, index);
  const range = rangeOf(tokens, index);
  return {
    code: 'reserved-word-as-name',
    message: `Spark reads \`${word}\` as a name here; ${advice}`,
    range,
    offset: range.start,
    ...(fix === undefined ? {} : { fix }),
  };
}

function adviceFor(tokens: Significant, index: number): { readonly advice: string; readonly fix?: SqlFix } {
  const before = codeAt(tokens, index - 1);
  const next = codeAt(tokens, index + 1);
  if (before === s[',']) {
    const comma = rangeOf(tokens, index - 1);
    return {
      advice: 'take the comma before it away, or write what should follow the comma.',
      fix: fixOf('Take the comma away', comma, ''),
    };
  }
  if (before === k.FROM || before === k.JOIN || before === k.INTO) {
    return { advice: 'write the table that is missing before it.' };
  }
  if (
    !isWordCode(before) &&
    before !== s[')'] &&
    before !== t.quotedName &&
    before !== -1 &&
    !isValue(before)
  ) {
    return { advice: 'write the value that is missing before it.' };
  }
  if (isStructural(before)) return { advice: 'write what is missing before it.' };
  if (codeAt(tokens, index) === k.END) {
    const advice = 'take it away, as it ends no `CASE`, or write it in backquotes.';
    return { advice, fix: fixOf('Take `END` away', rangeOf(tokens, index), '') };
  }
  if (isSync(next)) return { advice: `write ${missingBehind(codeAt(tokens, index))} behind it.` };
  const range = rangeOf(tokens, index);
  return {
    advice: 'write it in backquotes if it is one.',
    fix: fixOf('Write it in backquotes', range, `\`${textOf(tokens, index)}\``),
  };
}

function isValue(code: number): boolean {
  return code === s[']'] || code === s['*'] || (code >= t.string && code <= t.number);
}

function missingBehind(code: number): string {
  switch (code) {
    case k.FROM:
    case k.JOIN:
    case k.INTO:
      return 'the table that is missing';
    case k.WHERE:
    case k.HAVING:
    case k.ON:
      return 'the condition that is missing';
    case k.GROUP:
    case k.ORDER:
      return '`BY` and the list that is missing';
    default:
      return 'what is missing';
  }
}
