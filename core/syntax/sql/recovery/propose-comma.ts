import { s, t } from '../lexer/token-codes.ts';
import { quote } from '../parser/quote.ts';
import { codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';
import { beginsItem, endsItem, isStructural, isSync } from './word-classes.ts';

/** How far before the failure a comma too many may stand: what follows it was read as a name, an alias and an operator. */
const farthest = 6;

/** A comma too many, or one that is missing between two items. */
export const proposeComma: Propose = (failure) => [
  ...proposeSurplus(failure),
  ...proposeLeading(failure),
  ...proposeMissing(failure),
];

function proposeSurplus({ tokens, at }: Failure): Repair[] {
  const repairs: Repair[] = [];
  for (let next = at + 1; next > 0 && next >= at - farthest; next -= 1) {
    const code = codeAt(tokens, next);
    if (codeAt(tokens, next - 1) !== s[','] || !isSync(code)) continue;
    const range = rangeOf(tokens, next - 1);
    const message =
      code === s[',']
        ? 'Two commas stand side by side; take one away, or write what belongs between them.'
        : `The comma ${code === t.end ? 'at the end' : `before ${quote(textOf(tokens, next))}`} is one too many; take it away, or write what should follow it.`;
    repairs.push({
      code: 'sql-trailing-comma',
      message,
      range,
      fix: fixOf('Take the comma away', range, ''),
      edit: { at: next - 1, removed: 1, inserted: [] },
      cost: 0,
    });
  }
  return repairs;
}

/** `SELECT , a`. */
function proposeLeading({ tokens, at }: Failure): Repair[] {
  const before = codeAt(tokens, at - 1);
  if (codeAt(tokens, at) !== s[','] || !(isStructural(before) || before === s['('])) return [];
  const range = rangeOf(tokens, at);
  return [
    {
      code: 'sql-trailing-comma',
      message: 'Nothing stands before this comma; take it away, or write what belongs there.',
      range,
      fix: fixOf('Take the comma away', range, ''),
      edit: { at, removed: 1, inserted: [] },
      cost: 1,
    },
  ];
}

/** `SELECT a b c`: what can be no alias any more is an item of its own. */
function proposeMissing({ tokens, at }: Failure): Repair[] {
  const repairs: Repair[] = [];
  for (let next = at; next > 0 && next >= at - 2; next -= 1) {
    if (!endsItem(codeAt(tokens, next - 1)) || !beginsItem(codeAt(tokens, next))) continue;
    const before = tokens.ends[next - 1] ?? 0;
    repairs.push({
      code: 'sql-missing-comma',
      message: `A comma is missing between ${quote(textOf(tokens, next - 1))} and ${quote(textOf(tokens, next))}.`,
      range: rangeOf(tokens, next),
      fix: fixOf('Add a comma', { start: before, end: before }, ','),
      edit: { at: next, removed: 0, inserted: [s[',']] },
      cost: 1 + (at - next),
    });
  }
  return repairs;
}
