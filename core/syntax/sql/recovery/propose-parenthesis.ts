import { k } from '../lexer/keywords.ts';
import { isWordCode, s, t } from '../lexer/token-codes.ts';
import type { SqlProblem } from '../parser/problem.ts';
import { isQueryStart } from '../parser/query-start.ts';
import { quote } from '../parser/quote.ts';
import { codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';
import { isSync } from './word-classes.ts';

/** A parenthesis that nothing closes, that closes nothing, or that another sign closes. */
export const proposeParenthesis: Propose = (failure) => {
  const { tokens, at } = failure;
  const code = codeAt(tokens, at);
  const open = openersBefore(failure);
  if (code === s[')'] && open.length === 0) return [surplus(failure)];
  if (open.length === 0) return [];
  const isOther = code === s[']'] || (code === t.unknown && textOf(tokens, at) === '}');
  if (isOther && failure.codes.includes(s[')'])) return [otherSign(failure, open.at(-1) ?? 0)];
  return [...unclosedCommonTable(failure), ...unclosed(failure, open)];
};

/** Indexes of the `(` before the failure that are not closed there, the outermost first. */
function openersBefore({ tokens, at }: Failure): readonly number[] {
  const open: number[] = [];
  for (let index = 0; index < at; index += 1) {
    if (tokens.codes[index] === s['(']) open.push(index);
    else if (tokens.codes[index] === s[')']) open.pop();
  }
  return open;
}

function surplus({ tokens, at }: Failure): Repair {
  const range = rangeOf(tokens, at);
  return {
    code: 'sql-syntax',
    message: 'This `)` closes nothing; take it away, or write the `(` that it belongs to.',
    range,
    fix: fixOf('Take `)` away', range, ''),
    edit: { at, removed: 1, inserted: [] },
    cost: 1,
  };
}

function otherSign({ tokens, at }: Failure, opener: number): Repair {
  const range = rangeOf(tokens, at);
  return {
    code: 'sql-unclosed',
    ...naming(
      tokens.starts[opener] ?? 0,
      `The \`(\` on line {line} is closed with ${quote(textOf(tokens, at))}; write \`)\`.`,
    ),
    range,
    fix: fixOf('Write `)`', range, ')'),
    edit: { at, removed: 1, inserted: [s[')']] },
    cost: 0,
  };
}

function unclosed(failure: Failure, open: readonly number[]): Repair[] {
  const { tokens, at, plainAt } = failure;
  const repairs: Repair[] = [];
  const places = plainAt < at && plainAt > (open.at(-1) ?? 0) ? [at, plainAt] : [at];
  for (const place of places) {
    const isEnd = isSync(codeAt(tokens, place)) && codeAt(tokens, place) !== s[','];
    const most = isEnd ? open.length : 1;
    for (const missing of new Set([1, 2, 3, 4, open.length])) {
      if (missing > most) continue;
      const opener = open.at(-missing) ?? 0;
      const end = tokens.ends[place - 1] ?? 0;
      repairs.push({
        code: 'sql-unclosed',
        ...naming(tokens.starts[opener] ?? 0, messageFor(failure, opener, missing)),
        range: rangeOf(tokens, opener),
        ...(isEnd
          ? { fix: fixOf(`Add \`${')'.repeat(missing)}\``, { start: end, end }, ')'.repeat(missing)) }
          : {}),
        edit: { at: place, removed: 0, inserted: Array<number>(missing).fill(s[')']) },
        cost: isEnd ? 1 : 3,
      });
    }
  }
  return repairs;
}

/** `WITH a AS (SELECT 1, b AS (SELECT 2) SELECT …`: what follows the comma begins another common table. */
function unclosedCommonTable(failure: Failure): Repair[] {
  const { tokens, plainAt } = failure;
  const comma = plainAt - 4;
  const begins =
    isQueryStart(codeAt(tokens, plainAt)) &&
    codeAt(tokens, plainAt - 1) === s['('] &&
    codeAt(tokens, plainAt - 2) === k.AS &&
    codeAt(tokens, comma) === s[','];
  if (!begins) return [];
  const opener = openersBefore({ ...failure, at: comma }).at(-1);
  if (opener === undefined) return [];
  const end = tokens.ends[comma - 1] ?? 0;
  return [
    {
      code: 'sql-unclosed',
      ...naming(tokens.starts[opener] ?? 0, messageFor(failure, opener, 1)),
      range: rangeOf(tokens, opener),
      fix: fixOf('Add `)`', { start: end, end }, ')'),
      edit: { at: comma, removed: 0, inserted: [s[')']] },
      cost: 0,
    },
  ];
}

function messageFor({ tokens }: Failure, opener: number, missing: number): string {
  if (missing > 1)
    return `${missing} parentheses are not closed, the first of them on line {line}; add \`${')'.repeat(Math.min(missing, 20))}\`.`;
  const before = codeAt(tokens, opener - 1);
  const isCall = isWordCode(before) && tokens.ends[opener - 1] === tokens.starts[opener];
  const what = isCall ? `\`(\` after ${quote(textOf(tokens, opener - 1))}` : '`(`';
  return `The ${what} on line {line} is not closed; add \`)\`.`;
}

/** A message that names the line of a place; which line that is depends on what stands before the statement. */
export function naming(
  offset: number,
  template: string,
): Pick<SqlProblem, 'message'> & { named: SqlProblem['named'] } {
  return { message: template, named: { offset, template } };
}
