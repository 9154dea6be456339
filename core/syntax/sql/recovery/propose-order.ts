import { k } from '../lexer/keywords.ts';
import { s } from '../lexer/token-codes.ts';
import { codeAt, type Failure, type Propose, type Repair, rangeOf, textOf } from './repair.ts';

/** The parts of a query in the order in which they stand. */
const order: readonly number[] = [k.FROM, k.WHERE, k.GROUP, k.HAVING, k.ORDER, k.LIMIT];

/** How far back the part that stands too early is looked for, in tokens. */
const farthest = 500;

/** A part of a query that stands too late: `LIMIT 10 WHERE a = 1`. */
export const proposeOrder: Propose = (failure) => {
  const { tokens, at } = failure;
  const rank = order.indexOf(codeAt(tokens, at));
  if (rank === -1) return [];
  const early = firstLater(failure, rank);
  if (early === null) return [];
  return [
    {
      code: 'sql-syntax',
      message: `\`${nameOf(failure, at)}\` stands too late; it belongs before \`${nameOf(failure, early)}\`.`,
      range: rangeOf(tokens, at),
      edit: { at, removed: endOfClause(failure) - at, inserted: [] },
      cost: 0,
    } satisfies Repair,
  ];
};

/** The first part in the same query that should stand behind one of this rank; null when there is none. */
function firstLater({ tokens, at }: Failure, rank: number): number | null {
  let depth = 0;
  let found: number | null = null;
  for (let index = at - 1; index >= 0 && index > at - farthest; index -= 1) {
    const code = codeAt(tokens, index);
    if (code === s[')']) depth += 1;
    if (code === s['(']) depth -= 1;
    if (depth < 0 || (depth === 0 && code === k.SELECT)) break;
    if (depth === 0 && order.indexOf(code) >= rank) found = index;
  }
  return found;
}

function endOfClause({ tokens, at }: Failure): number {
  let depth = 0;
  let index = at + 1;
  for (; index < tokens.end; index += 1) {
    const code = codeAt(tokens, index);
    if (depth === 0 && (order.includes(code) || code === s[')'] || code === s[';'] || code === k.UNION))
      break;
    if (code === s['(']) depth += 1;
    if (code === s[')']) depth -= 1;
  }
  return index;
}

function nameOf({ tokens }: Failure, index: number): string {
  const word = textOf(tokens, index).toUpperCase();
  return word === 'GROUP' || word === 'ORDER' ? `${word} BY` : word;
}
