import { s, t } from '../lexer/token-codes.ts';
import { quote } from '../parser/quote.ts';
import { codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';

/** How long a template may be, in tokens. */
const longest = 200;

/** What another program fills in: `${name}`, `{{ … }}`, `{% … %}`, `@name`. */
export const proposeTemplate: Propose = (failure) => {
  for (let at = failure.at; at >= 0 && at >= failure.at - 1; at -= 1) {
    const code = codeAt(failure.tokens, at);
    if (code !== t.unknown && code !== s['%']) continue;
    const repair = proposeAt(failure, at);
    if (repair !== null) return [repair];
  }
  return [];
};

function proposeAt({ tokens }: Failure, at: number): Repair | null {
  const start = tokens.starts[at] ?? 0;
  const sign = tokens.text.slice(start, start + 2);
  if (sign === '${' || sign === '{{' || sign === '{%') return braces({ tokens, at, sign });
  if (textOf(tokens, at) !== '@' || codeAt(tokens, at + 1) < t.name) return null;
  const name = textOf(tokens, at + 1);
  const range = rangeOf(tokens, at);
  return {
    code: 'sql-other-dialect',
    message: `A parameter is written \`:${name}\` in Spark, not \`@${name}\`.`,
    range: rangeOf(tokens, at, at + 1),
    fix: fixOf(`Write \`:${name}\``, range, ':'),
    edit: { at, removed: 1, inserted: [s[':']] },
    cost: 0,
  };
}

function braces({
  tokens,
  at,
  sign,
}: Pick<Failure, 'tokens' | 'at'> & { readonly sign: string }): Repair | null {
  let last = at + 1;
  const closing = sign === '${' ? '}' : sign === '{{' ? '}}' : '%}';
  const start = tokens.starts[at] ?? 0;
  const close = tokens.text.indexOf(closing, start);
  if (close === -1) return null;
  const end = close + closing.length;
  while (last < tokens.end && last < at + longest && (tokens.ends[last] ?? 0) < end) last += 1;
  if (tokens.ends[last] !== end) return null;
  const text = tokens.text.slice(start, end);
  const advice =
    sign === '${'
      ? 'give that setting a value, or write the value.'
      : 'fill the template in before the statement is run.';
  const what =
    sign === '${' ? 'is put in by Spark only where a setting of that name has a value' : 'is no SQL';
  return {
    code: 'sql-template',
    message: `${quote(text)} ${what}; ${advice}`,
    range: { start, end },
    edit: { at, removed: last - at + 1, inserted: sign === '{%' ? [] : [t.missing] },
    cost: 0,
  };
}
